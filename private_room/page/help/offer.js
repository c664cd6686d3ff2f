// A gentle offer of help when words on this device could be about wanting to die: at most once a day.
// Nothing is asked of anyone, nothing is blocked, and what is kept carries no mark of it.

import { announce, fill, h } from "../dom.js";
import { recallOffer, rememberOffer } from "./offered.js";
import { mayOffer } from "./phrases.js";

const TO_SEE = 3000; // milliseconds; an offer that stood for less was perhaps not seen

export function gentleOffer(app) {
  const node = h("div", { class: "offer" });
  let looked = Promise.resolve();
  let since = -Infinity;
  const lookAt = async (text) => {
    const now = Date.now();
    const last = await recallOffer(app.keeper, { now });
    if (!node.isConnected) return; // left meanwhile: what nobody would see is not offered
    const isOffered = mayOffer(text, { last, now });
    await rememberOffer(app.keeper, isOffered ? now : last);
    if (!isOffered) return;
    since = performance.now();
    fill(node, drawOffer(app, node));
    announce("An offer of help is below your words.");
  };
  // One look after the other; one that fails offers nothing, and stops nobody from keeping their words.
  const look = (text) => (looked = looked.then(() => lookAt(text)).catch(() => {}));
  const isUnseen = () => node.hasChildNodes() && performance.now() - since < TO_SEE;
  return { node, look, isUnseen };
}

// The same offer on the next screen, where it came too late to be seen on the one before.
export function standingOffer(app) {
  const node = h("div", { class: "offer" });
  return fill(node, drawOffer(app, node));
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
