// New keys, for when someone else may have the old ones: everything is sealed again, with progress.
// It can be interrupted and goes on when the room is opened the next time.

import { fill, h } from "../dom.js";
import { makeWords } from "../vault/phrase.js";
import { section, wordsTest } from "./way_sections.js";

export function rotateSection({ keeper }) {
  const place = h("div", {});
  const show = () => {
    const words = makeWords();
    fill(
      place,
      h("p", {}, "These six words will be the only way in. Write them down first."),
      h("ol", { class: "six-words" }, words.split(" ").map((word) => h("li", {}, word))),
      h("button", { type: "button", class: "button main", onclick: () => ask(words) }, "They are on paper"),
    );
  };
  const ask = (words) => fill(place, wordsTest(words, { name: "new-word", submitWords: "Change my keys now", again: show, keep: () => rotate(keeper, words, place) }));
  fill(place, h("button", { type: "button", class: "button", onclick: show }, "Change my keys"));
  return section("Someone may have my keys", h("p", {}, "Everything is sealed again for new keys, and every old way in stops working."), place);
}

async function rotate(keeper, words, place) {
  await keeper.changeKeys(words, { isTested: true });
  await finishRotation(keeper, place);
}

export async function finishRotation(keeper, place) {
  const bar = h("progress", { max: 1, value: 0, "aria-label": "Sealing again" });
  fill(place, h("p", {}, "Sealing everything again. What is still to come is shown once it is done. You can close the page; it goes on the next time."), bar);
  const tell = (done, whole) => (bar.value = done / whole);
  const count = await keeper.sealAgain(tell);
  await keeper.refresh();
  const done = h("p", {}, `Done: ${count} records are sealed for your new keys. Make a sheet again, and let this device be remembered if you like.`);
  fill(place, done);
  return done;
}
