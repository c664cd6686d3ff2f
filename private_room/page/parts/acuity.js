// One question for the whole caseload: how heavy an hour of it is. Not saying is an answer too.
// The answers and their weights come from the desk's cited catalog.

import { h } from "../dom.js";

export function acuityQuestion({ acuity }, chosen, choose) {
  const row = (key, label) => {
    const isChosen = (chosen ?? "") === key;
    const input = h("input", { type: "radio", name: "caseload", value: key, checked: isChosen, onchange: () => choose(key || null) });
    return h("label", { class: "answer" }, input, " ", label);
  };
  return h(
    "fieldset",
    { class: "acuity" },
    h("legend", {}, "What is most of your caseload like?"),
    h("p", { class: "quiet" }, "One answer for everyone you see, in your judgment. It weighs your hours, and stays here."),
    acuity.map(({ key, label }) => row(key, label)),
    row("", "I would rather leave it open"),
    h("p", { class: "quiet" }, "The weights are starting values of Fallow, not evidence. Left open, weighted hours are a range."),
  );
}

export function acuityWords({ acuity }, chosen) {
  return acuity.find(({ key }) => key === chosen)?.label ?? "left open";
}

// One recurring entry that weighs more or less than the rest; `named` holds its one reference.
export function exceptionChoice({ acuity }, { id, named }, settings, change) {
  const isThis = (one) => Object.entries(named).every(([name, reference]) => one[name] === reference);
  const options = [["", "like the rest of my caseload"], ...acuity.map(({ key, label }) => [key, label.toLowerCase()])];
  const select = h("select", { id, onchange: tell }, options.map(([key, label]) => h("option", { value: key }, label)));
  select.value = settings().exceptions.find(isThis)?.weight_key ?? "";
  function tell() {
    const others = settings().exceptions.filter((one) => !isThis(one));
    change({ exceptions: select.value ? [...others, { weight_key: select.value, ...named }] : others });
  }
  return h("p", { class: "exception" }, h("label", { for: id }, "Weighs"), select);
}
