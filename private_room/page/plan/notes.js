// Notes waiting, in an order that helps: by age and effort. A note is a mark of one's own, never a name.

import { h } from "../dom.js";
import { today } from "../picture/gathering.js";
import { fromCalendar } from "./from_calendar.js";
import { changePlan } from "./keeping.js";

const AT_ONCE = 7;

export function notesPart(app, plan, { lines }, again) {
  const notes = plan.notes ?? {};
  const waiting = notes.waiting ?? [];
  const change = async (changes) => {
    await changePlan(app, (now) => ({ notes: { ...now.notes, ...changes } }));
    again("notes");
  };
  const written = (reference) => () => change({ waiting: waiting.filter((one) => one.reference !== reference) });
  const row = (reference) => h("li", {}, `${reference} `, h("button", { type: "button", class: "link", "aria-label": `Written: ${reference}`, onclick: written(reference) }, "Written"));
  return [
    waiting.length ? [h("p", {}, lines.notes.said), ...listed(lines.notes.order.map(row))] : h("p", {}, "None are listed. Past due come first, then quick ones, then the rest."),
    fromCalendar(app, notes, again),
    addNote(waiting, change),
    timeForm(notes, change),
    h("div", { class: "counterpart" }, h("h2", {}, "The practice's part"), h("p", {}, lines.notes.counterpart), h("small", {}, lines.notes.source)),
  ];
}

// A few are enough to go on with; the rest is one tap away.
function listed(rows) {
  const [next, later] = [rows.slice(0, AT_ONCE), rows.slice(AT_ONCE)];
  return [h("ol", {}, next), later.length ? h("details", { class: "quietly" }, h("summary", {}, `And ${later.length} more`), h("ol", { start: AT_ONCE + 1 }, later)) : null];
}

function addNote(waiting, change) {
  const [reference, day, minutes] = [field("text", "note-mark", { maxlength: 40, required: true, autocomplete: "off" }), field("date", "note-day", { required: true, max: today() }), field("number", "note-minutes", { min: 1, max: 240, value: "10", required: true })];
  const add = (event) => {
    event.preventDefault();
    const others = waiting.filter((one) => one.reference !== reference.value.trim());
    change({ waiting: [...others, { reference: reference.value.trim(), session_date: day.value, minutes: Number(minutes.value) }] });
  };
  return h("details", { class: "quietly" }, h("summary", {}, "Add a note by hand"), h("form", { onsubmit: add }, labeled("A mark of your own", "Not a name: “Tuesday, third”.", reference), labeled("Day of the session", "", day), labeled("Minutes it takes", "", minutes), h("button", { type: "submit", class: "button" }, "Add this note")));
}

function timeForm({ free_minutes = 0, fresh_minutes = 0, due_days = null }, change) {
  const free = field("number", "note-free", { min: 0, max: 6000, value: String(free_minutes) });
  const fresh = field("number", "note-fresh", { min: 0, max: 6000, value: String(fresh_minutes) });
  const due = field("number", "note-due", { min: 0, max: 365, value: due_days === null ? "" : String(due_days) });
  const save = (event) => {
    event.preventDefault();
    change({ free_minutes: Number(free.value), fresh_minutes: Number(fresh.value), due_days: due.value === "" ? null : Number(due.value) });
  };
  return h("details", { class: "quietly" }, h("summary", {}, "How long until none wait?"), h("form", { onsubmit: save }, labeled("Minutes a week for notes", "", free), labeled("Minutes of new notes a week", "", fresh), labeled("Days a note may wait", "Leave it empty if no rule is known.", due), h("button", { type: "submit", class: "button" }, "Work it out")));
}

function field(type, id, given) {
  return h("input", { type, id, ...given });
}

function labeled(words, hint, input) {
  return h("div", { class: "field" }, h("label", { for: input.id }, words, hint ? h("small", {}, hint) : null), input);
}
