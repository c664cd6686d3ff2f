// What could not be kept and has no place on its screen to say so: it stands at the foot of the window
// until the next tap. It knows refusals, which say themselves what to do; nothing on the screen is touched.

import { fill, problem } from "./dom.js";
import { Refused } from "./vault/refusals.js";

const OF_KEEPING = new Set(["changed", "full", "not_kept", "keeps_nothing"]);

export function sayTroubles(place) {
  addEventListener("unhandledrejection", (event) => {
    if (!(event.reason instanceof Refused && OF_KEEPING.has(event.reason.reason))) return;
    event.preventDefault();
    fill(place, problem(event.reason));
  });
  addEventListener("click", () => fill(place), { capture: true });
}
