// The figures of a week in their groups. Each explains itself on a tap: one sentence, and the
// entries it came from. It knows keys and words; every number was made by the desk.

import { fill, h } from "../dom.js";
import { momentWords } from "../words.js";

const GROUPS = [
  ["load", "Load"],
  ["rhythm", "Days and their rhythm"],
  ["hours", "Evenings and weekends"],
  ["notes", "Notes"],
  ["support", "Supervision and time kept free"],
  ["rest", "Rest"],
  ["coverage", "What the calendar left open"],
];
const SHOWN_FIRST = 12;

// `explain` asks the desk for one figure by its key.
export function figureGroups(figures, explain) {
  const isWide = matchMedia("(min-width: 48rem)").matches;
  const drawn = GROUPS.map(([group, title], place) => {
    const inside = figures.filter((figure) => figure.group === group);
    return inside.length ? drawGroup(title, inside, explain, isWide || place === 0) : null;
  });
  return h("div", { class: "groups" }, drawn);
}

function drawGroup(title, figures, explain, isOpen) {
  const lead = figures.find((figure) => figure.value !== "not known" && !isNone(figure)) ?? figures[0];
  return h(
    "details",
    { class: "group", open: isOpen },
    h("summary", {}, h("h3", {}, title), h("span", { class: "lead" }, `${lead.label}: ${lead.value}`)),
    h("div", { class: "rows" }, drawRows(figures, explain)),
  );
}

// What did not happen, and usually does not, stands folded in one line.
function drawRows(figures, explain) {
  const none = figures.filter(isNone);
  const rows = (some) => some.map((figure) => drawFigure(figure, explain));
  if (none.length === 0) return rows(figures);
  const names = none.map(({ label }) => label.toLowerCase()).join(", ");
  const folded = h("details", { class: "none" }, h("summary", {}, `None: ${names}`), rows(none));
  return [rows(figures.filter((figure) => !isNone(figure))), folded];
}

function isNone({ value, usual }) {
  return /^0( |%|$)/.test(value) && !value.includes("of") && /^(usually 0( min)?)?$/.test(usual ?? "");
}

function usualWords(value, usual) {
  return usual === `usually ${value}` ? "as usual" : usual;
}

function drawFigure({ key, label, value, usual, note }, explain) {
  const reasons = h("div", { class: "reasons" }, h("p", { class: "quiet" }, "Looking it up …"));
  let isAsked = false;
  const open = async (event) => {
    if (!event.target.open || isAsked) return;
    isAsked = true;
    fill(reasons, drawReasons(await explain(key)));
  };
  const known = value === "not known" ? "value unknown" : "value";
  return h(
    "details",
    { class: "row", ontoggle: open },
    h(
      "summary",
      {},
      h("span", { class: "label" }, label),
      h("span", { class: known }, value),
      usual ? h("span", { class: "usual" }, usualWords(value, usual)) : null,
    ),
    note ? h("p", { class: "note" }, note) : null,
    reasons,
  );
}

function drawReasons(answer) {
  if (!answer.ok) return [h("p", {}, answer.happened, " ", answer.mend)];
  const entries = answer.entries.map(drawEntry);
  const list = h("ul", { class: "entries" }, entries.slice(0, SHOWN_FIRST));
  const rest = entries.length - SHOWN_FIRST;
  const showAll = ({ target }) => {
    fill(list, entries);
    target.remove();
    entries[SHOWN_FIRST].tabIndex = -1;
    entries[SHOWN_FIRST].focus();
  };
  return [
    h("p", {}, answer.sentence),
    entries.length ? list : null,
    rest > 0 ? h("button", { type: "button", class: "link", onclick: showAll }, `Show ${rest} more`) : null,
  ];
}

function drawEntry({ starts_at, ends_at, kind }) {
  return h("li", {}, `${momentWords(starts_at)} to ${ends_at.split("T")[1].slice(0, 5)}`, h("span", { class: "entry-kind" }, kind));
}
