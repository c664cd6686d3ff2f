// Says that a room is not yet recoverable, what is still missing, and until when it was promised.
// It knows the keeper; it reproaches nobody, and is silent once words and a sheet hold.

import { h } from "../dom.js";
import { counted, dayWords } from "../words.js";

const MISSING = {
  "words,sheet": "If you lose this device, nobody can bring your entries back. Six words and a printed sheet change that.",
  sheet: "Your six words hold. A printed sheet is for the day when they do not come to mind.",
  words: "Your printed sheet holds. Six words are for the day when it is not at hand.",
};

export async function notRecoverable(app) {
  const { missing, by, daysLeft } = await app.keeper.readRecovery();
  if (missing.length === 0) return null;
  return [
    h("p", {}, h("strong", {}, "Not yet recoverable. "), `${MISSING[missing.join()]} ${timeWords(by, daysLeft)}`),
    h("button", { type: "button", class: "button", onclick: () => app.go("keys") }, "Make it recoverable"),
  ];
}

function timeWords(by, daysLeft) {
  if (daysLeft < 1) return "The week for it is over. It still takes five minutes and a pen.";
  return `There is time until ${dayWords(by)}: ${counted(daysLeft, "day", "days")}.`;
}
