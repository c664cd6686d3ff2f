// Notes that may wait, begun from the calendar on this device: whoever wrote them ticks those that are
// done, and the rest joins the list. Day, time and kind are all that is kept, sealed like the plan.

import { fill, h, problem } from "../dom.js";
import { changePlan } from "./keeping.js";

const WEEKS = [1, 2, 4, 8];
const FIRST_LOOK = 2;

// An example is nobody's, and asks for no calendar.
export function bringCalendar(app) {
  return app.example ? null : h("button", { type: "button", class: "link", onclick: () => app.go("start") }, "Bring a calendar");
}

export function fromCalendar(app, notes, again) {
  const weeks = h("select", { id: "notes-weeks" }, WEEKS.map((count) => h("option", { value: String(count) }, count === 1 ? "1 week" : `${count} weeks`)));
  weeks.value = String(FIRST_LOOK);
  const place = h("div", { "aria-live": "polite" });
  const look = async (looked) => {
    await app.session.settle();
    const listed = (notes.waiting ?? []).map(({ reference }) => reference);
    const answer = await app.session.ask({ do: "past_sessions", weeks: Number(weeks.value), looked, listed, is_example: Boolean(app.example) });
    if (!answer.ok) return fill(place, problem(answer));
    const all = looked && answer.has_calendar ? h("p", {}, h("button", { type: "button", class: "link", onclick: () => look(null) }, "Show those I looked at before, too")) : null;
    fill(place, h("p", {}, answer.said, " ", answer.has_calendar ? null : bringCalendar(app)), answer.days.length ? offer(app, answer, again) : null, all);
  };
  const begin = (event) => {
    event.preventDefault();
    look(notes.looked ?? null);
  };
  return h(
    "details",
    { class: "quietly" },
    h("summary", {}, "Begin from my calendar"),
    h("p", {}, "Sessions that are over, by day, time and kind. No name comes along, and what is kept is sealed."),
    h("form", { onsubmit: begin }, h("div", { class: "field" }, h("label", { for: weeks.id }, "How far back"), weeks), h("button", { type: "submit", class: "button" }, "Show them")),
    place,
  );
}

function offer(app, { days, looked }, again) {
  const rows = days.flatMap(({ date, sessions }) => sessions.map((one) => ({ ...one, date, box: h("input", { type: "checkbox" }) })));
  const minutes = h("input", { type: "number", id: "notes-each", min: 1, max: 240, value: "10", required: true });
  const save = async (event) => {
    event.preventDefault();
    const rest = rows.filter(({ box }) => !box.checked).map(({ reference, date }) => ({ reference, session_date: date, minutes: Number(minutes.value) }));
    await changePlan(app, ({ notes = {} }) => ({ notes: { ...notes, looked, waiting: [...(notes.waiting ?? []), ...rest] } }));
    again("notes");
  };
  return h(
    "form",
    { onsubmit: save },
    days.map((day) => drawDay(day, rows.filter(({ date }) => date === day.date))),
    h("div", { class: "field" }, h("label", { for: minutes.id }, "Minutes each takes"), minutes),
    h("button", { type: "submit", class: "button" }, "Put the rest on my list"),
  );
}

// A day is one tick while all of it is written; its sessions stand one tap below.
function drawDay({ says }, rows) {
  const all = h("input", { type: "checkbox", onchange: () => rows.forEach(({ box }) => (box.checked = all.checked)) });
  const follow = () => (all.checked = rows.every(({ box }) => box.checked));
  rows.forEach(({ box }) => box.addEventListener("change", follow));
  return h(
    "fieldset",
    { class: "past-day" },
    h("legend", { class: "unseen" }, says),
    h("label", { class: "answer" }, all, rows.length === 1 ? h("span", {}, says, h("small", {}, rows[0].says)) : says),
    rows.length > 1 ? h("details", { class: "quietly" }, h("summary", { "aria-label": `${rows.length} sessions, one by one: ${says}` }, `${rows.length} sessions, one by one`), rows.map((row) => h("label", { class: "answer" }, row.box, row.says))) : null,
  );
}
