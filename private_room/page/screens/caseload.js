// How heavy the caseload is, and which entries that come back weigh more or less than the rest.
// It knows references, days and clock times; who comes is known to the clinician alone.

import { fill, h, problem } from "../dom.js";
import { acuityQuestion, exceptionChoice } from "../parts/acuity.js";
import { clockWords, counted, DAYS, kindWords } from "../words.js";

const SHOWN_FIRST = 8;

export function showCaseload(app) {
  const { session } = app;
  const question = h("div", { class: "card" });
  const entries = h("div", { class: "standing" });
  const change = (changes) => session.change(changes);
  session.kinds.then(() => {
    fill(question, acuityQuestion(session.words, session.settings.caseload, (caseload) => change({ caseload })));
    if (session.hasCalendar) drawEntries(session, entries, change);
  });
  const back = () => app.go(session.hasCalendar ? "week" : "settings");
  return [
    h("h1", {}, "How heavy is the work?"),
    h("p", { class: "lede" }, "Only you can say. Your answers stay on this device."),
    question,
    entries,
    h("p", { class: "bar" }, h("button", { type: "button", class: "button main", onclick: back }, session.hasCalendar ? "Show my week" : "Back")),
  ];
}

async function drawEntries(session, place, change) {
  await session.settle();
  const answer = await session.ask({ do: "standing" });
  if (!answer.ok) return fill(place, problem(answer));
  const found = answer.entries;
  if (found.length === 0) return;
  const cards = found.map((entry, at) => drawEntry(session, { entry, id: `weight-${at}` }, change));
  const list = h("div", {});
  const show = (many) => fill(list, cards.slice(0, many), found.length > many ? more(found.length - many, () => show(found.length)) : null);
  show(SHOWN_FIRST);
  fill(
    place,
    h("h2", {}, "Does any of it weigh more, or less?"),
    h("p", { class: "quiet" }, "These come back in your calendar. Leave them as they are unless one differs from the rest."),
    list,
  );
}

function drawEntry({ words, settings, titleOf }, { entry, id }, change) {
  const { client_ref, label_ref, kind, count, weekday, clock_minute, minutes } = entry;
  const named = client_ref ? { client_ref } : { label_ref };
  const title = titleOf(label_ref);
  const often = `${DAYS[weekday]}s at ${clockWords(clock_minute)}, ${counted(count, "time", "times")}`;
  return h(
    "div",
    { class: "card entry", role: "group", "aria-label": title ?? often },
    h("h3", {}, title ?? often),
    h("p", { class: "quiet" }, title ? `Most often ${often}; ` : "", `${kindWords(words, kind)}, ${minutes} minutes`),
    exceptionChoice(words, { id, named }, () => settings, change),
  );
}

function more(rest, showAll) {
  return h("p", {}, h("button", { type: "button", class: "link", onclick: showAll }, `Show ${counted(rest, "more", "more")}`));
}
