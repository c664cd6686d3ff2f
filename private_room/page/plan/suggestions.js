// One or two things that may help, each beside the practice's part; and ways to a person, before them
// where answers are heavy. Figures stand one tap below, and nothing is counted.

import { announce, h } from "../dom.js";
import { routeFacts } from "../help/finding.js";
import { changePlan, sayThere } from "./keeping.js";

const DRIVERS = [
  ["load", "Too much work"],
  ["admin", "Notes and paperwork"],
  ["control", "Too little say"],
  ["support", "Too little support"],
];

const EASE = [
  ["", "Not said"],
  ["easy", "Easily"],
  ["possible", "With some effort"],
  ["hard", "Hardly"],
];

export function careFirst(app, { warnings, help }) {
  return h(
    "section",
    { class: "card care" },
    h("h2", {}, "A person first"),
    h("p", {}, warnings[0]),
    h("p", { class: "ways-in" }, h("button", { type: "button", class: "button main", onclick: () => app.go("finding") }, "Where I can find someone"), h("button", { type: "button", class: "button", onclick: () => app.go("help") }, "Help now")),
    h("details", { class: "quietly" }, h("summary", {}, "Who pays, and who learns of it"), help.routes.map((route) => h("details", { class: "construct" }, h("summary", {}, route.name), routeFacts(route))), h("p", { class: "quiet" }, help.about_boards, h("small", {}, help.about_boards_source))),
  );
}

export function suggestionsPart(app, plan, { suggestions, warnings, care_first }, again) {
  if (suggestions.length === 0) return h("p", { class: "stands-out" }, "Nothing calls for a change right now. If work weighs on you, say below what it is.");
  const rest = care_first ? warnings.slice(1) : warnings;
  return h(
    "section",
    { class: "suggestions" },
    h("h2", {}, suggestions.length === 1 ? "One thing that may help" : "Two things that may help"),
    suggestions.map((one) => drawSuggestion(app, plan, one, again)),
    rest.map((line) => h("p", { class: "quiet" }, line)),
  );
}

export function drawSuggestion(app, plan, one, again) {
  const decline = async () => {
    await changePlan(app, (plan) => ({ declined: [...(plan.declined ?? []), one.id] }));
    announce("It will not come again.");
    again(null);
  };
  const lack = async () => {
    await sayThere(app, one.asks, false);
    announce("Noted. It stands below, with what it needs first.");
    again(null);
  };
  return h(
    "article",
    { class: "suggestion" },
    h("h3", {}, one.name),
    h("div", { class: "pair" }, one.personal ? h("p", {}, one.personal) : null, h("div", { class: "counterpart" }, h("h4", {}, "The practice's part"), h("p", {}, one.practice))),
    h("details", { class: "quietly" }, h("summary", { "aria-label": `How sure is this: ${one.name}` }, "How sure is this?"), [one.effect, one.chance, one.grade, one.time, one.note, `Source: ${one.source}`].filter(Boolean).map((line) => h("p", {}, line)), easeField(app, plan, one, again)),
    one.needs ? h("p", { class: "quiet" }, `${one.needs} `, h("button", { type: "button", class: "link", "aria-label": `I do not have that: ${one.name}`, onclick: lack }, "I do not have that")) : null,
    h("p", { class: "ways-in" }, h("button", { type: "button", class: "button", "aria-label": `Try it: ${one.name}`, onclick: () => app.go("trial", { intervention: one.id }) }, "Try it"), h("button", { type: "button", class: "link", "aria-label": `Not for me: ${one.name}`, onclick: decline }, "Not for me")),
  );
}

// How easily it could be done counts as much as its chance; whoever says nothing, counts by whose yes it takes.
function easeField(app, plan, { id, name }, again) {
  const set = async ({ target }) => {
    await changePlan(app, (now) => ({ feasible: withEase(now.feasible, id, target.value) }));
    announce("Noted. The order follows it.");
    again(null);
  };
  const ease = h("select", { id: `ease-${id}`, "aria-label": `How easily could you do this? ${name}`, onchange: set }, EASE.map(([key, words]) => h("option", { value: key }, words)));
  ease.value = plan.feasible?.[id] ?? "";
  return h("div", { class: "field" }, h("label", { for: ease.id }, "How easily could you do this?"), ease);
}

function withEase(feasible = {}, id, said) {
  const others = Object.entries(feasible).filter(([key]) => key !== id);
  return Object.fromEntries(said ? [...others, [id, said]] : others);
}

export function drivesPart(app, plan, again) {
  const chosen = new Set(plan.drivers ?? []);
  const set = (key) => async ({ target }) => {
    if (target.checked) chosen.add(key);
    else chosen.delete(key);
    await changePlan(app, () => ({ drivers: [...chosen] }));
    again("drives");
  };
  const tell = (field) => async ({ target }) => {
    await changePlan(app, () => ({ [field]: target.checked }));
    again("drives");
  };
  const box = (words, isOn, onchange) => h("label", { class: "answer" }, h("input", { type: "checkbox", checked: isOn, onchange }), words);
  return h(
    "fieldset",
    {},
    h("legend", { class: "unseen" }, "What drives it at work"),
    DRIVERS.map(([key, words]) => box(words, chosen.has(key), set(key))),
    box("I decide about my work alone", Boolean(plan.decides_alone), tell("decides_alone")),
    box("It is too much right now: a person first", Boolean(plan.asks_for_care), tell("asks_for_care")),
  );
}
