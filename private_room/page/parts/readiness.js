// How far the runtime has come, in one quiet line; it goes when the desk is open.

import { NOT_STARTED } from "../desk.js";
import { fill, h, problem } from "../dom.js";

export function readiness(app) {
  const place = h("div", { class: "readiness" });
  const bar = h("progress", { max: 1, value: 0, "aria-label": "Getting ready" });
  const words = h("span", {}, "Getting ready in the background. You can go on.");
  fill(place, bar, words);
  app.followDesk((state) => {
    if (state.failed) fill(place, problem(NOT_STARTED));
    else if (state.ready) fill(place, h("span", { class: "ready" }, "Ready. The calendar is read on this device."));
    else bar.value = state.share;
  });
  return place;
}
