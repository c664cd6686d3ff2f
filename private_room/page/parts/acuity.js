// One question for the whole caseload: how heavy an hour of it is. Not saying is an answer too.
// The answers and their weights come from the desk's cited catalog.

import { h } from "../dom.js";

export function acuityQuestion({ acuity }, chosen, choose) {
  const row = (key, label) => {
    const input = h("input", { type: "radio", name: "caseload", value: key, checked: (chosen ?? "") === key, onchange: () => choose(key || null) });
    return h("label", { class: "answer" }, input, " ", label);
  };
  return h(
    "fieldset",
    { class: "acuity" },
    h("legend", {}, "What is most of your caseload like?"),
    h("p", { class: "quiet" }, "One answer for everyone you see, in your judgement. It weighs your hours, and stays here."),
    acuity.map(({ key, label }) => row(key, label)),
    row("", "I would rather leave it open"),
    h("p", { class: "quiet" }, "The weights are starting values of Fallow, not evidence. Left open, weighted hours are a range."),
  );
}

// An exception for one recurring entry, beside the caseload's answer.
export function exceptionChoice({ acuity }, group, settings, change) {
  const id = `weight-${group.label_ref}`;
  const current = settings().exceptions.find((one) => one.label_ref === group.label_ref)?.weight_key ?? "";
  const options = [["", "like the rest of my caseload"], ...acuity.map(({ key, label }) => [key, label.toLowerCase()])];
  const select = h("select", { id, onchange: tell }, options.map(([key, label]) => h("option", { value: key }, label)));
  select.value = current;
  function tell() {
    const others = settings().exceptions.filter((one) => one.label_ref !== group.label_ref);
    change({ exceptions: select.value ? [...others, { weight_key: select.value, label_ref: group.label_ref }] : others });
  }
  return h("p", { class: "exception" }, h("label", { for: id }, "Weighs "), select);
}
