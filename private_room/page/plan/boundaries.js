// What to keep, what to decline and what to hand on, with words for saying no.

import { h } from "../dom.js";
import { shiftWeek } from "../words.js";
import { today } from "../picture/gathering.js";
import { changePlan, without } from "./keeping.js";

const CHOICES = [
  ["keep", "Keep"],
  ["decline", "Decline"],
  ["delegate", "Hand on"],
];
const ASKERS = [
  ["director", "someone above me"],
  ["colleague", "a colleague"],
  ["client", "a client"],
];
const WEEKS_UNTIL_LOOK = 4;

export function boundariesPart(app, plan, { lines, words, counterparts }, again) {
  const kept = plan.boundaries ?? [];
  const remove = (place) => async () => {
    await changePlan(app, (now) => ({ boundaries: without(now.boundaries, place) }));
    again("boundaries");
  };
  return [
    h("p", {}, lines.boundaries.said),
    lines.boundaries.due.length ? h("p", {}, `Time to look again: ${lines.boundaries.due.join("; ")}.`) : null,
    kept.map(({ what, choice, to_whom }, place) => h("p", { class: "line" }, h("strong", {}, CHOICES.find(([key]) => key === choice)[1]), `: ${what}${to_whom ? `, to ${to_whom}` : ""} `, h("button", { type: "button", class: "link", "aria-label": `Take out: ${what}`, onclick: remove(place) }, "Take out"))),
    addForm(app, again),
    h("details", { class: "quietly" }, h("summary", {}, "Words for saying no"), ASKERS.map(([key, whom]) => [h("p", {}, h("strong", {}, `To ${whom}`)), h("ul", {}, words[key].map(({ asked, says, why }) => h("li", {}, h("small", {}, asked), `“${says}”`, h("small", {}, why))))])),
    h("div", { class: "counterpart" }, h("h2", {}, "The practice's part"), CHOICES.map(([key]) => h("p", {}, counterparts[key]))),
  ];
}

function addForm(app, again) {
  const what = h("input", { type: "text", id: "boundary-what", maxlength: 200, required: true, autocomplete: "off" });
  const whom = h("input", { type: "text", id: "boundary-whom", maxlength: 80, autocomplete: "off" });
  const choice = h("select", { id: "boundary-choice" }, CHOICES.map(([key, label]) => h("option", { value: key }, label)));
  const taker = h("div", { class: "field", hidden: true }, h("label", { for: "boundary-whom" }, "Who takes it", h("small", {}, "A role, such as front desk; never a client.")), whom);
  choice.addEventListener("change", () => {
    taker.hidden = choice.value !== "delegate";
    whom.required = choice.value === "delegate";
  });
  const add = async (event) => {
    event.preventDefault();
    const line = { what: what.value.trim(), choice: choice.value, to_whom: choice.value === "delegate" ? whom.value.trim() : "", look_again_date: shiftWeek(today(), WEEKS_UNTIL_LOOK) };
    await changePlan(app, (now) => ({ boundaries: [...(now.boundaries ?? []), line] }));
    again("boundaries");
  };
  return h(
    "form",
    { onsubmit: add },
    h("div", { class: "field" }, h("label", { for: "boundary-what" }, "Something that is asked of me"), what),
    h("div", { class: "field" }, h("label", { for: "boundary-choice" }, "What becomes of it"), choice),
    taker,
    h("button", { type: "submit", class: "button" }, "Add this line"),
  );
}
