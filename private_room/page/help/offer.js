// A gentle offer of help when words on this device could be about wanting to die: at most once a day.
// Nothing is asked of anyone, nothing is blocked, and what is kept carries no mark of it.

import { announce, fill, h } from "../dom.js";
import { recallOffer, rememberOffer } from "./offered.js";
import { mayOffer } from "./phrases.js";

export function gentleOffer(app) {
  const node = h("div", { class: "offer" });
  const look = async (text) => {
    const now = Date.now();
    const last = await recallOffer(app.keeper, { now });
    const isOffered = mayOffer(text, { last, now });
    await rememberOffer(app.keeper, isOffered ? now : last);
    if (!isOffered) return;
    fill(node, drawOffer(app, node));
    announce("An offer of help is below your words.");
  };
  return { node, look };
}

function drawOffer(app, node) {
  const close = () => fill(node);
  return h(
    "section",
    { class: "card care", "aria-label": "Help, if you want it" },
    h("p", {}, "Some of these words can be about wanting to die. Is this about you, or about someone you see? Nobody is told either way."),
    h("p", { class: "field-line" }, [
      h("button", { type: "button", class: "button", onclick: () => app.go("help") }, "About me"),
      h("button", { type: "button", class: "button", onclick: () => app.go("help", { about: "client" }) }, "About someone I see"),
      h("button", { type: "button", class: "link", onclick: close }, "Not now"),
    ]),
  );
}
