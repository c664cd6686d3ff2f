// What no rule could sort, in groups: "11 like this, what are they?", one tap each.
// It makes rules by reference; the titles it shows live in memory until the page closes.

import { announce, fill, h } from "../dom.js";
import { acuityQuestion, exceptionChoice } from "../parts/acuity.js";
import { capitalized, counted, kindWords, zonedWords } from "../words.js";

const AT_HAND = ["individual", "administration", "supervision", "protected_time", "personal"];
const CLIENT_KINDS = new Set(["individual", "couple_family", "group", "intake", "crisis"]);
const SHOWN_FIRST = 5;

export function showSorting(app) {
  const { session } = app;
  const change = (changes) => session.change(changes);
  const show = async (event) => {
    event.target.disabled = true;
    event.target.textContent = "Sorting …";
    await session.settle();
    app.go("week");
  };
  const groups = [...session.leftovers.values()].sort((a, b) => b.count - a.count);
  const list = h("div", { class: "sorting" });
  const page = (many) => {
    const cards = groups.slice(0, many).map((group) => groupCard(session, group, change));
    fill(list, cards, more(groups.length - many, () => page(groups.length)));
  };
  page(SHOWN_FIRST);
  return [
    h("h1", {}, "What are these?"),
    h("p", { class: "lede" }, ledeWords(session.listUnsorted().length)),
    list,
    h("div", { class: "card" }, acuityQuestion(session.words, session.settings.caseload, (caseload) => change({ caseload }))),
    h(
      "p",
      { class: "bar" },
      h("button", { type: "button", class: "button main", onclick: show }, "Show my week"),
      h("span", { class: "quiet" }, "What is left open is shown as not sorted, and is not counted."),
    ),
  ];
}

function ledeWords(open) {
  if (open === 0) return "Everything is sorted. Change an answer where you like.";
  return `${counted(open, "kind of entry", "kinds of entry")} could not be sorted by title. One tap each, as many as you like.`;
}

function more(rest, showAll) {
  if (rest <= 0) return null;
  return h("p", {}, h("button", { type: "button", class: "link", onclick: showAll }, `Show ${counted(rest, "smaller group", "smaller groups")} too`));
}

function groupCard(session, group, change) {
  const place = h("fieldset", { class: "card leftover" });
  const setKind = (kind) => {
    const others = session.settings.rules.filter((rule) => rule.label_ref !== group.label_ref);
    change({ rules: kind ? [...others, { kind, label_ref: group.label_ref }] : others });
    announce(kind ? `Sorted as ${kindWords(session.words, kind)}.` : "Open again.");
    draw();
    place.querySelector("button").focus();
  };
  const draw = () => {
    const kind = session.settings.rules.find((rule) => rule.label_ref === group.label_ref)?.kind;
    const inside = kind ? answered(session, { group, kind }, setKind, change) : choices(session.words, setKind);
    fill(place, h("legend", {}, group.title || "Without a title"), facts(group, session.settings.zone), group.label_ref ? inside : untitled());
  };
  draw();
  return place;
}

function facts({ count, usual_minutes, first_starts_at }, zone) {
  const many = count === 1 ? "Just one" : `${count} like this`;
  return h("p", { class: "quiet" }, `${many}, usually ${usual_minutes} minutes; the first on ${zonedWords(first_starts_at, zone)}.`);
}

function choices(words, setKind) {
  const button = (key) => h("button", { type: "button", class: "kind", onclick: () => setKind(key) }, capitalized(kindWords(words, key)));
  const others = words.kinds.map(({ key }) => key).filter((key) => !AT_HAND.includes(key));
  const rest = h("details", {}, h("summary", {}, "something else"), h("div", { class: "kinds" }, others.map(button)));
  return h("div", { class: "kinds" }, AT_HAND.map(button), rest);
}

function answered(session, { group, kind }, setKind, change) {
  const again = h("button", { type: "button", class: "link", onclick: () => setKind(null) }, "change");
  const named = { label_ref: group.label_ref };
  return [
    h("p", { class: "answered" }, h("strong", {}, capitalized(kindWords(session.words, kind))), " ", again),
    CLIENT_KINDS.has(kind) ? exceptionChoice(session.words, { id: `weight-${group.label_ref}`, named }, () => session.settings, change) : null,
  ];
}

function untitled() {
  return h("p", {}, "They carry no title to sort them by, so they stay not sorted.");
}
