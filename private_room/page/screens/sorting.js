// What no rule could sort, in groups: "11 like this, what are they?", one tap each.
// It makes rules by reference; the titles it shows live in memory until the page closes.

import { announce, fill, h } from "../dom.js";
import { acuityQuestion, exceptionChoice } from "../parts/acuity.js";
import { capitalized, counted, zonedWords } from "../words.js";

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
  const open = groups.filter((group) => group.open).length;
  const list = h("div", { class: "sorting" });
  const page = (many) => fill(list, groups.slice(0, many).map((group) => groupCard(app, group, change)), more(groups.length - many, () => page(groups.length)));
  page(SHOWN_FIRST);
  const done = () => h("button", { type: "button", class: "button main", onclick: show }, "Show my week");
  return [
    h("h1", {}, "What are these?"),
    h("p", { class: "lede" }, open ? `${counted(open, "kind of entry", "kinds of entry")} could not be sorted by title. One tap each, as many as you like.` : "Everything is sorted. Change an answer where you like."),
    list,
    h("div", { class: "card" }, acuityQuestion(session.words, session.settings.caseload, (caseload) => change({ caseload }))),
    h("p", { class: "bar" }, done(), h("span", { class: "quiet" }, "What is left open is shown as not sorted, and is not counted.")),
  ];
}

function more(rest, showAll) {
  if (rest <= 0) return null;
  return h("p", {}, h("button", { type: "button", class: "link", onclick: showAll }, `Show ${counted(rest, "smaller group", "smaller groups")} too`));
}

function groupCard(app, group, change) {
  const place = h("fieldset", { class: "card leftover" });
  const { session } = app;
  const settings = () => session.settings;
  const draw = (focus) => {
    const kind = settings().rules.find((rule) => rule.label_ref === group.label_ref)?.kind;
    fill(place, h("legend", {}, group.title || "(no title)"), facts(group, settings().zone), kind ? answered(kind) : choices());
    if (focus) place.querySelector("button")?.focus();
  };
  const setKind = (kind) => {
    const others = settings().rules.filter((rule) => rule.label_ref !== group.label_ref);
    change({ rules: kind ? [...others, { kind, label_ref: group.label_ref }] : others });
    session.resortSoon();
    announce(kind ? `Sorted as ${labelOf(session, kind)}.` : "Open again.");
    draw(true);
  };
  const button = (key) => h("button", { type: "button", class: "kind", onclick: () => setKind(key) }, capitalized(labelOf(session, key)));
  const choices = () => {
    const others = session.words.kinds.map(({ key }) => key).filter((key) => !AT_HAND.includes(key));
    return h("div", { class: "kinds" }, AT_HAND.map(button), h("details", {}, h("summary", {}, "something else"), h("div", { class: "kinds" }, others.map(button))));
  };
  const answered = (kind) => [
    h("p", { class: "answered" }, h("strong", {}, capitalized(labelOf(session, kind))), " ", h("button", { type: "button", class: "link", onclick: () => setKind(null) }, "change")),
    CLIENT_KINDS.has(kind) ? exceptionChoice(session.words, group, settings, change) : null,
  ];
  draw(false);
  return place;
}

function facts({ count, usual_minutes, first_starts_at }, zone) {
  const many = count === 1 ? "Just one" : `${count} like this`;
  return h("p", { class: "quiet" }, `${many}, usually ${usual_minutes} minutes; the first on ${zonedWords(first_starts_at, zone)}.`);
}

function labelOf(session, kind) {
  return session.words.kinds.find(({ key }) => key === kind)?.label ?? kind;
}
