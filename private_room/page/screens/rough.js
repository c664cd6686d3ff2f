// Five numbers for a usual week, for people without a calendar at hand; the answer is marked rough.

import { fill, h, problem } from "../dom.js";
import { readiness } from "../parts/readiness.js";

const NUMBERS = [
  ["sessions", "Sessions in a usual week", 20, 0, 80, 1],
  ["session_minutes", "Minutes of a usual session", 50, 10, 180, 5],
  ["administration_hours", "Hours of notes and administration", 6, 0, 80, 0.5],
  ["evenings", "Evenings with work", 1, 0, 7, 1],
  ["supervision_hours", "Hours of supervision", 1, 0, 40, 0.5],
];

export function showRough(app) {
  const result = h("div", { class: "rough", "aria-live": "polite" });
  const fields = NUMBERS.map(numberField);
  const show = async (event) => {
    event.preventDefault();
    const numbers = Object.fromEntries(fields.map(({ key, input }) => [key, Number(input.value)]));
    const answer = await app.session.ask({ do: "rough", numbers });
    fill(result, answer.ok ? drawRough(answer) : problem(answer));
  };
  return [
    h("h1", {}, "A usual week in five numbers"),
    h("p", { class: "lede" }, "As you remember it. Nothing is kept."),
    h(
      "form",
      { class: "card", onsubmit: show },
      fields.map(({ node }) => node),
      h("button", { type: "submit", class: "button main" }, "Show the rough picture"),
    ),
    readiness(app),
    result,
    h("p", {}, h("button", { type: "button", class: "link", onclick: () => app.go("start") }, "Bring a calendar instead")),
  ];
}

function numberField([key, label, value, min, max, step]) {
  const id = `number-${key}`;
  const input = h("input", { type: "number", id, value, min, max, step, inputmode: "decimal", required: true });
  return { key, input, node: h("div", { class: "field" }, h("label", { for: id }, label), input) };
}

function drawRough({ sentence, figures }) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "A rough picture"),
    h("p", { class: "stands-out" }, sentence),
    h("p", { class: "quiet" }, "From five numbers as you remember them. A calendar says it better."),
    h("dl", { class: "plain" }, figures.map(({ label, value }) => h("div", {}, h("dt", {}, label), h("dd", {}, value)))),
  );
}
