// Rest and movement in small first steps, and a gauge for rest that is off until it is chosen.

import { h } from "../dom.js";
import { changePlan } from "./keeping.js";

const KINDS = [
  ["sleep_hours", "Sleep"],
  ["talk_hours", "Talk with someone close"],
  ["movement_hours", "Movement"],
  ["food_hours", "Food"],
  ["free_hours", "Nothing at all"],
];

export function restsPart(app, plan, { rests, lines }, again) {
  return [
    rests.map(({ name, first_step, minutes, known, source, practice }) =>
      h("details", { class: "construct" }, h("summary", {}, name), h("p", {}, first_step, ` About ${minutes} minutes.`), h("p", { class: "quiet" }, known, ` ${source}`), h("div", { class: "counterpart" }, h("h2", {}, "The practice's part"), h("p", {}, practice))),
    ),
    gauge(app, plan.rest ?? {}, lines.rest, again),
  ];
}

function gauge(app, rest, said, again) {
  const set = async (changes) => {
    await changePlan(app, (now) => ({ rest: { ...now.rest, ...changes } }));
    again("rests");
  };
  const choose = h("label", { class: "answer" }, h("input", { type: "checkbox", checked: Boolean(rest.is_chosen), onchange: ({ target }) => set({ is_chosen: target.checked }) }), h("span", {}, "Show a gauge for rest", h("small", {}, said.provenance)));
  if (!rest.is_chosen) return choose;
  const inputs = KINDS.map(([key, words]) => [key, words, h("input", { type: "number", id: `rest-${key}`, min: 0, max: 24, step: 0.25, value: key === "sleep_hours" ? "7" : "0" })]);
  const add = (event) => {
    event.preventDefault();
    const day = Object.fromEntries(inputs.map(([key, , input]) => [key, Number(input.value)]));
    set({ days: [...(rest.days ?? []), day].slice(-28) });
  };
  return [
    choose,
    said.said ? h("p", {}, said.said, h("small", {}, said.source)) : null,
    h("form", { onsubmit: add }, inputs.map(([, words, input]) => h("div", { class: "field" }, h("label", { for: input.id }, `${words}, hours`), input)), h("button", { type: "submit", class: "button" }, "Add this day")),
  ];
}
