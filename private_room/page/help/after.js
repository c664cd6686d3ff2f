// After a bad event at work: what tends to help in the first day, week and month.
// Never a forced debriefing: interventions.md row 21 found no solid evidence, and it must be voluntary.

import { h } from "../dom.js";

const TIMES = [
  ["The first day", [
    "You are allowed to stop. Ask someone to take over the next sessions; that is what colleagues are for.",
    "Be with someone you like. You need not tell the story. Nobody may make you tell it.",
    "Eat, drink, and go outside if you can. Leave alcohol for another week.",
    "Write only what the record needs. Ask your supervisor, an insurer or a lawyer before you write or say more about what happened.",
    "If you were hurt or threatened: a physician, and the police if you want them. Your safety goes before the schedule.",
  ]],
  ["The first week", [
    "Sleep may be poor, pictures may come back, and you may feel nothing at all. In most people this grows less by itself.",
    "Tell one colleague or your supervisor how you are, once, if you want to.",
    "Keep the caseload light, above all of what resembles it. Ask for that in plain words: it is the practice's part.",
    "After a client's suicide: the family may write or call. You need not answer alone or at once.",
    "Doubt and guilt are common, and they do not tell who was to blame.",
  ]],
  ["The first month", [
    "If pictures, fear or sleeplessness do not ease over the weeks, see someone who treats trauma.",
    "A review of the case is about the work. It is not a trial, and you may bring someone.",
    "Anniversaries and similar cases can bring it back. That is not going backwards.",
    "Find out who else has lived through it. It is more people than say so.",
  ]],
];

export function showAfter(app) {
  return [
    h("h1", {}, "After something bad at work"),
    h("p", { class: "lede" }, "A client's suicide, an assault, a threat. What helps differs; take what fits, and leave the rest."),
    TIMES.map(([title, lines]) => h("section", { class: "card" }, h("h2", {}, title), h("ul", {}, lines.map((line) => h("li", {}, line))))),
    h("p", {}, h("button", { type: "button", class: "button", onclick: () => app.go("help") }, "Lines that answer now")),
    h("p", { class: "quiet" }, "Drawn from what is known of support after such events, which is little (no solid evidence for any one measure). Nobody has to talk; being asked once, kindly, in the first days, is what can be offered (unverified)."),
  ];
}
