// Chooses one of the last 26 weeks; a week nothing is known of says so.

import { h } from "../dom.js";
import { shiftWeek, weekWords } from "../words.js";

const WEEKS = 26;

export function weekChooser({ newest, chosen, known }, choose) {
  const mondays = Array.from({ length: WEEKS }, (_, back) => shiftWeek(newest, -back));
  const place = mondays.indexOf(chosen);
  const words = (monday) => weekWords(monday) + (known.includes(monday) ? "" : " (not known)");
  const select = h(
    "select",
    { id: "week", onchange: () => choose(select.value) },
    mondays.map((monday) => h("option", { value: monday }, words(monday))),
  );
  select.value = chosen;
  return [
    h("p", { class: "on-paper" }, weekWords(chosen)),
    h(
      "div",
      { class: "chooser" },
      step("‹", "The week before", mondays[place + 1], choose),
      h("label", { class: "unseen", for: "week" }, "Week"),
      select,
      step("›", "The week after", mondays[place - 1], choose),
    ),
  ];
}

function step(sign, label, monday, choose) {
  return h("button", { type: "button", class: "step", "aria-label": label, disabled: !monday, onclick: () => choose(monday) }, sign);
}
