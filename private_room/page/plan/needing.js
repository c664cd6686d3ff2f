// What needs something first: it is said, and once a person says that it is there, the thing stands here
// like any other that may help. A yes can be taken back.

import { h } from "../dom.js";
import { sayThere } from "./keeping.js";
import { drawSuggestion } from "./suggestions.js";

export function needingPart(app, plan, { needing }, again) {
  return needing.map((one) => drawNeeding(app, plan, one, again));
}

function drawNeeding(app, plan, { name, needs, keys, is_there, suggestion }, again) {
  const say = async ({ target }) => {
    await sayThere(app, keys, target.checked);
    again("needing");
  };
  return h(
    "section",
    { class: "card" },
    h("h2", {}, name),
    h("p", {}, needs),
    h("label", { class: "answer" }, h("input", { type: "checkbox", checked: is_there, "aria-label": `I have that: ${name}`, onchange: say }), "I have that"),
    suggestion ? drawSuggestion(app, plan, suggestion, again) : null,
    is_there && !suggestion ? h("p", { class: "quiet" }, "It stands above, with what may help.") : null,
  );
}
