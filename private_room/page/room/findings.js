// What the vault noticed about its own records, said aloud in plain sentences; and the tray of records
// from a device that was never confirmed, for their owner to say.

import { askTwice, fill, h } from "../dom.js";
import { Refused } from "../vault/refusals.js";

export function findingsCard(app, { findings, tray }) {
  if (findings.length === 0 && tray.length === 0) return null;
  const reasons = [...new Set(findings.map(({ reason }) => reason))];
  return h(
    "div",
    { class: "problem", role: "alert" },
    reasons.map((reason) => drawReason(reason, findings.filter((one) => one.reason === reason).length)),
    tray.length ? drawTray(app, tray) : null,
  );
}

function drawReason(reason, count) {
  const { happened, mend } = new Refused(reason);
  return [h("p", {}, h("strong", {}, happened), count > 1 ? ` (${count} times)` : ""), h("p", {}, mend)];
}

function drawTray(app, tray) {
  const place = h("div", {});
  const say = (isMine) => async () => {
    await (isMine ? app.keeper.adopt(tray) : app.keeper.dismiss(tray));
    fill(place, h("p", {}, isMine ? "Kept." : "Put away."));
  };
  fill(
    place,
    h("p", {}, h("strong", {}, tray.length === 1 ? "One record comes from a device you have not confirmed." : `${tray.length} records come from a device you have not confirmed.`)),
    h("p", {}, "If you checked in on a device before its room was opened there, it is yours."),
    h("button", { type: "button", class: "button", onclick: say(true) }, "It is mine, keep it"),
    " ",
    askTwice({ words: "It is not mine", sentence: "It is erased from this browser.", yes: "Yes, erase it", act: say(false) }),
  );
  return place;
}
