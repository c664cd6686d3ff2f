// Zone, hours, paid hours, caseload and rules: all that this device keeps, and the way to forget it.

import { askTwice, fill, h } from "../dom.js";
import { acuityWords } from "../parts/acuity.js";
import { hoursForm } from "../parts/hours_form.js";
import { ruleList } from "../parts/rule_list.js";
import { capitalized } from "../words.js";

export function showSettings(app) {
  const { session } = app;
  const place = h("div", { class: "settings" });
  session.kinds.then(() => fill(place, sections(app, (changes) => session.change(changes))));
  const back = () => app.go(session.hasCalendar ? "week" : "start");
  return [
    h("h1", {}, "How my week is read"),
    h("p", { class: "lede" }, "These settings stay on this device. Appointments and titles are never kept."),
    place,
    h("p", { class: "bar" }, h("button", { type: "button", class: "button main", onclick: back }, session.hasCalendar ? "Show my week" : "Back")),
  ];
}

function sections(app, change) {
  const { settings, words } = app.session;
  return [
    h("section", { class: "card" }, h("h2", {}, "Zone and working hours"), hoursForm(settings, change), paidField(settings, change)),
    caseload(app),
    h("section", { class: "card" }, h("h2", {}, "Rules by title"), ruleList(app.session, change)),
    codeLengths(settings, words.minutes_by_code, change),
    mappings(settings, change),
    forgetting(app),
  ];
}

function paidField(settings, change) {
  const input = h("input", { type: "number", id: "paid", min: 0.5, max: 100, step: 0.5, value: settings.paid_hours ?? "", onchange: tell });
  function tell() {
    change({ paid_hours: input.value === "" || !input.validity.valid ? null : Number(input.value) });
  }
  const label = h("label", { for: "paid" }, "Paid hours a week", h("small", {}, "May stay empty; then the working hours count as paid"));
  return h("div", { class: "field" }, label, input);
}

function caseload(app) {
  const { settings, words } = app.session;
  const except = settings.exceptions.length;
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "Caseload"),
    h("p", {}, capitalized(acuityWords(words, settings.caseload)), except ? `, with ${except} that differ` : ""),
    h("p", {}, h("button", { type: "button", class: "button", onclick: () => app.go("caseload") }, "Say how heavy the work is")),
  );
}

// Some tables say a billing code and no end; then the code stands for a length.
function codeLengths(settings, starting, change) {
  const now = { ...starting, ...settings.minutes_by_code };
  const field = ([code, minutes]) => {
    const input = h("input", { type: "number", id: `code-${code}`, min: 5, max: 480, value: minutes, onchange: tell });
    function tell() {
      if (!input.validity.valid || input.value === "") return;
      now[code] = Number(input.value);
      change({ minutes_by_code: { ...now } });
    }
    return h("div", { class: "field" }, h("label", { for: input.id }, `Minutes of ${code}`), input);
  };
  return h(
    "details",
    { class: "card quietly" },
    h("summary", {}, "Lengths by billing code"),
    h("p", { class: "quiet" }, "Only for tables that say a code and no end. Fallow marks such lengths as inferred."),
    Object.entries(now).map(field),
  );
}

function mappings(settings, change) {
  const count = Object.keys(settings.mappings).length;
  if (!count) return null;
  const said = h("p", {}, count === 1 ? "The columns of one table are remembered. " : `The columns of ${count} tables are remembered. `);
  const forget = () => {
    change({ mappings: {} });
    fill(said, "The next table asks for its columns again.");
  };
  said.append(h("button", { type: "button", class: "link", onclick: forget }, "Ask again"));
  return h("section", { class: "card" }, h("h2", {}, "Tables"), said);
}

function forgetting(app) {
  const forget = async () => {
    await app.session.forget();
    app.go("start");
  };
  const asked = askTwice({
    words: "Forget settings",
    sentence: "Zone, hours, rules and answers go, and what is open here too. It cannot be brought back.",
    yes: "Yes, forget them",
    no: "No, keep them",
    look: "button",
    act: forget,
  });
  return h("section", { class: "card" }, h("h2", {}, "Leave nothing behind"), h("p", {}, asked));
}
