// Which column is which, in a table Fallow has not met: suggested, to be confirmed or changed.
// It knows the fields a row may have; the answer is kept for tables with the same header.

import { fill, h, problem } from "../dom.js";
import { leave, readAll } from "./start.js";

const FIELDS = [
  ["starts_at", "Start", "Needed"],
  ["date", "Day", "Only if day and time stand in two columns"],
  ["ends_at", "End", "This or the length"],
  ["minutes", "Length in minutes", ""],
  ["title", "Title or type", "Read to sort, then dropped"],
  ["client", "Client", "Read to tell clients apart, then dropped"],
  ["clinician", "Clinician", ""],
  ["status", "Status", "Says whether it took place"],
  ["code", "Billing code", "Gives a length where none stands"],
  ["note_state", "Note written", ""],
];
const ORDERS = [
  ["iso", "year, month, day: 2026-11-23"],
  ["mdy", "month, day, year: 11/23/2026"],
  ["dmy", "day, month, year: 23.11.2026"],
];

const SUGGESTED = "This is how Fallow understands your table. Change what is not right.";
const UNKNOWN = "Fallow has not met this table before. Say where each thing stands.";

export function showMapping(app, { table, rest = [] }) {
  const { header, suggestion, fingerprint } = table;
  const chosen = { ...suggestion, fingerprint, date_format: suggestion?.date_format ?? "iso" };
  const said = h("div", {});
  const read = async (event) => {
    event.preventDefault();
    if (chosen.starts_at === null || chosen.starts_at === undefined) {
      return fill(said, problem({ happened: "The start of an entry is still open.", mend: "Choose the column that holds it." }));
    }
    const answer = await readWith(app, table, chosen, rest);
    if (answer.needs) return app.ask(answer);
    return answer.ok ? leave(app) : fill(said, problem(answer));
  };
  return [
    h("h1", {}, "Which column is which?"),
    h("p", { class: "lede" }, suggestion ? SUGGESTED : UNKNOWN),
    said,
    h(
      "form",
      { class: "card mapping", onsubmit: read },
      FIELDS.map(([key, label, hint]) => columnField(header, chosen, { key, label, hint })),
      orderField(chosen),
      h("button", { type: "submit", class: "button main" }, "Read the table"),
    ),
  ];
}

async function readWith(app, table, chosen, rest) {
  const answer = await app.session.read(table.name, table.bytes, { mapping: chosen });
  const isRead = answer.ok && answer.needs !== "mapping";
  if (isRead) app.session.change({ mappings: { ...app.session.settings.mappings, [chosen.fingerprint]: chosen } });
  if (!answer.ok || answer.needs) return { ...answer, rest };
  return rest.length ? readAll(app, rest) : answer;
}

function columnField(header, chosen, { key, label, hint }) {
  const id = `column-${key}`;
  const names = header.map((name, place) => h("option", { value: place }, name.trim() || `column ${place + 1}`));
  const select = h("select", { id, onchange: tell }, h("option", { value: "" }, "no such column"), names);
  select.value = chosen[key] ?? "";
  function tell() {
    chosen[key] = select.value === "" ? null : Number(select.value);
  }
  return h("div", { class: "field" }, h("label", { for: id }, label, hint ? h("small", {}, hint) : null), select);
}

function orderField(chosen) {
  const options = ORDERS.map(([key, label]) => h("option", { value: key }, label));
  const select = h("select", { id: "order", onchange: () => (chosen.date_format = select.value) }, options);
  select.value = chosen.date_format;
  return h("div", { class: "field" }, h("label", { for: "order" }, "Dates are written", h("small", {}, "Please check this one")), select);
}
