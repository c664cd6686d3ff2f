// Zone, hours, paid hours, caseload and rules: all that this device keeps, and the way to forget it.

import { fill, h } from "../dom.js";
import { acuityQuestion } from "../parts/acuity.js";
import { hoursForm } from "../parts/hours_form.js";
import { ruleList } from "../parts/rule_list.js";

export function showSettings(app) {
  const { session } = app;
  const place = h("div", { class: "settings" });
  const change = (changes) => session.change(changes);
  session.kinds.then(() => fill(place, sections(app, change)));
  return [
    h("h1", {}, "How my week is read"),
    h("p", { class: "lede" }, "These settings stay on this device. Appointments and titles are never kept."),
    place,
    h("p", { class: "bar" }, h("button", { type: "button", class: "button main", onclick: () => back(app) }, session.hasCalendar ? "Show my week" : "Back")),
  ];
}

async function back(app) {
  if (!app.session.hasCalendar) return app.go("start");
  app.session.resortSoon();
  await app.session.settle();
  app.go("week");
}

function sections(app, change) {
  const { session } = app;
  const hours = hoursForm(session.settings, change);
  hours.open = true;
  return [
    h("section", { class: "card" }, h("h2", {}, "Zone and working hours"), hours, paidField(session.settings, change)),
    h("section", { class: "card" }, acuityQuestion(session.words, session.settings.caseload, (caseload) => change({ caseload }))),
    h("section", { class: "card" }, h("h2", {}, "Rules by title"), ruleList(session, change)),
    forgetting(app),
  ];
}

function paidField(settings, change) {
  const input = h("input", { type: "number", id: "paid", min: 0, max: 100, step: 0.5, value: settings.paid_hours ?? "", onchange: tell });
  function tell() {
    change({ paid_hours: input.value === "" || !input.validity.valid ? null : Number(input.value) });
  }
  return h("div", { class: "field" }, h("label", { for: "paid" }, "Paid hours a week", h("small", {}, "May stay empty; gives the share spent with clients")), input);
}

function forgetting(app) {
  const said = h("span", { class: "quiet", role: "status" });
  const forget = async () => {
    await app.session.forget();
    app.go("start");
  };
  const ask = (event) => {
    event.target.hidden = true;
    fill(said, "Zone, hours, rules and answers go, and what is open here too. ", h("button", { type: "button", class: "button", onclick: forget }, "Yes, forget them"));
    said.querySelector("button").focus();
  };
  return h("section", { class: "card" }, h("h2", {}, "Leave nothing behind"), h("p", {}, h("button", { type: "button", class: "button", onclick: ask }, "Forget settings"), " ", said));
}
