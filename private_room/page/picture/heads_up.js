// The heads-up: a quiet card for its reader alone, and the choice of how readily it comes.

import { announce, h } from "../dom.js";
import { changeSettings } from "./gathering.js";

export function headsUpCard(app, { is_on, sentence, false: falsely, source }) {
  if (!is_on) return null;
  return h(
    "section",
    { class: "card heads-up", "aria-label": "Heads-up" },
    h("h2", {}, "Heads-up"),
    h("p", { class: "stands-out" }, sentence),
    h("p", {}, falsely, " Nobody else is told."),
    h("p", { class: "ways-in" }, h("button", { type: "button", class: "button", onclick: () => app.go("plan") }, "What may help"), h("button", { type: "button", class: "button", onclick: () => app.go("could_be") }, "What this could be")),
    h("details", { class: "quietly" }, h("summary", {}, "How is that known?"), h("p", { class: "quiet" }, source)),
  );
}

export function headsUpChoice(app, { choices, sensitivity, not_yet, false: falsely }, redraw) {
  const choose = async (key) => {
    await changeSettings(app, { sensitivity: key });
    announce("Noted.");
    redraw();
  };
  const answer = ({ key, label, cost }) =>
    h("label", { class: "answer" }, h("input", { type: "radio", name: "sensitivity", value: key, checked: key === sensitivity, onchange: () => choose(key) }), h("span", {}, label, h("small", {}, cost)));
  return h("details", { class: "quietly no-print" }, h("summary", {}, "When should this page speak up?"), h("p", {}, not_yet || falsely), h("fieldset", {}, h("legend", { class: "unseen" }, "When should this page speak up?"), choices.map(answer)));
}
