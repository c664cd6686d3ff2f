// Finding someone for oneself: the ways to a person, each with who pays, who learns of it, what a board may ask.
// They come with the build (FINDING_HELP), made from the catalog that the plan shows; it recommends nobody.

import { h } from "../dom.js";

const { about_boards, about_boards_source, about_choice, about_choice_source, routes } = FINDING_HELP;

export function showFinding() {
  return [
    h("h1", {}, "Finding someone for myself"),
    h("p", { class: "lede" }, "Many who do this work wait too long. You do not have to be unwell enough to deserve it."),
    routes.map((route) => h("section", { class: "card" }, h("h2", {}, route.name), routeFacts(route))),
    h("section", { class: "card" }, h("h2", {}, "What a licensing board may ask"), said(about_boards, about_boards_source), h("p", {}, "In many places you must report a colleague who is not safe to practice. Seeking help yourself is not that.")),
    h("section", { class: "card" }, h("h2", {}, "Someone you know, or nobody you know"), said(about_choice, about_choice_source)),
    h("p", { class: "quiet" }, "Some practices pay a share of this without learning a name: look at their help page. This is not legal advice. Laws differ, and this page cannot know yours."),
  ];
}

export function routeFacts({ good_for, who_pays, who_learns, board_may_ask, opens, source }) {
  const facts = [["Good for", good_for], ["Who pays", who_pays], ["Who learns of it", who_learns], ["What a board may ask", board_may_ask], ["A first sentence", opens], ["How we know", source]];
  return h("dl", { class: "plain facts" }, facts.map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words))));
}

function said(words, source) {
  return [h("p", {}, words), h("p", { class: "quiet" }, `How we know: ${source}`)];
}
