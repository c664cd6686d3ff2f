// What an exchange with the server noticed, said aloud with what to do about it.
// It knows the keeper and the sentences of refusals; the counting is done elsewhere.

import { askTwice, fill, h } from "../dom.js";
import { forgetLost } from "../keeping/noticed.js";
import { Refused } from "../vault/refusals.js";

export function noticedCard(app, { lost, isElsewhere }) {
  if (!lost && !isElsewhere) return null;
  const card = h("div", { class: "problem", role: "alert" });
  const part = h("div", {});
  const read = () => (isElsewhere ? part : card).remove();
  if (lost) card.append(fill(part, drawLost(app, lost, read)));
  if (isElsewhere) card.append(h("div", {}, drawElsewhere(app)));
  return card;
}

function drawLost({ keeper }, count, done) {
  const { happened, mend } = new Refused("lost");
  const read = async () => {
    await forgetLost(keeper.vault.store);
    done();
  };
  return [
    h("p", {}, h("strong", {}, happened), count > 1 ? ` (${count} records)` : ""),
    h("p", {}, mend),
    h("button", { type: "button", class: "button", onclick: read }, "I have read it"),
  ];
}

function drawElsewhere(app) {
  const { happened, mend } = new Refused("elsewhere");
  const end = async () => {
    await app.keeper.endHere();
    app.go("fetch");
  };
  return [
    h("p", {}, h("strong", {}, happened)),
    h("p", {}, mend),
    askTwice({ words: "Put this room away here", sentence: "It leaves this browser for good. The server's copy stays. Have you exported it?", yes: "Yes, put it away", act: end }),
  ];
}
