// A gentle offer of help when words on this device could be about wanting to die: at most once a day.
// Nothing is asked of anyone, nothing is blocked, and no record is made of the moment by itself.

import { announce, fill, h } from "../dom.js";
import { mayOffer } from "./phrases.js";

let lastHere = null;

// `mark` gives what an entry that is kept anyway carries, so that tomorrow knows of today.
export function gentleOffer(app) {
  const node = h("div", { class: "offer" });
  let offeredAt = null;
  const look = async (text) => {
    const last = lastHere ?? (await lastKept(app.keeper));
    if (!mayOffer(text, { last, now: Date.now() })) return;
    lastHere = Date.now();
    offeredAt = new Date(lastHere).toISOString();
    fill(node, drawOffer(app, node));
    announce("An offer of help is below your words.");
  };
  return { node, look, mark: () => (offeredAt ? { offered_at: offeredAt } : {}) };
}

async function lastKept(keeper) {
  if (keeper.state !== "open") return null;
  const times = (await keeper.list("entry")).flatMap((tips) => tips.map(({ body }) => body.offered_at)).filter(Boolean);
  return times.length ? Math.max(...times.map((time) => Date.parse(time))) : null;
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
