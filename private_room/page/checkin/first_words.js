// What is said back after a check-in: one's own answers, the week beside them, one thing within reach.
// Everything beyond the answers themselves was said by Python; this screen gives it its place.

import { fill, h } from "../dom.js";
import { keepCard } from "../keeping/keep_card.js";
import { answerWords, wordingOf } from "./questions.js";

export function showFirstWords(app, { given = {}, monday = null } = {}) {
  const said = h("div", { class: "first-words", "aria-busy": "true" }, asAnswered(given));
  const beside = h("div", {});
  app.session.ask({ do: "first_words", answers: given }).then((words) => {
    if (words.ok) fill(said, drawWords(app, words));
    said.setAttribute("aria-busy", "false");
  });
  drawWeek(app, monday).then((week) => fill(beside, week));
  return [
    h("h1", {}, "What you said"),
    keepCard(app),
    said,
    beside,
    h("p", { class: "bar" }, h("button", { type: "button", class: "button", onclick: () => app.go("home") }, "To my room")),
  ];
}

function asAnswered(given) {
  const rows = Object.entries(given).map(([key, value]) => sentence({ wording: wordingOf(key), answer: answerWords(value) }));
  return rows.length ? h("ul", { class: "said" }, rows) : h("p", {}, "You skipped everything this time. That is fine too.");
}

function drawWords(app, { weighed, carried, other, reach, care_first, too_early }) {
  return [
    care_first ? careFirst(app) : null,
    part("What weighed", weighed),
    part("What carried you", carried),
    other.length ? h("details", { class: "quietly" }, h("summary", {}, "Your other answers"), h("ul", { class: "said" }, other.map(sentence))) : null,
    reach ? withinReach(reach) : null,
    h("p", { class: "quiet" }, too_early),
  ];
}

function part(title, said) {
  return said.length ? h("section", {}, h("h2", {}, title), h("ul", { class: "said" }, said.map(sentence))) : null;
}

function sentence({ wording, answer }) {
  return h("li", {}, h("span", { class: "said-answer" }, `${answer}: `), wording);
}

function withinReach({ personal, practice, source }) {
  return h(
    "section",
    { class: "reach" },
    h("h2", {}, "One thing within reach"),
    h("p", { class: "stands-out" }, personal),
    h("div", { class: "counterpart" }, h("h3", {}, "The practice's part"), h("p", {}, practice)),
    h("details", { class: "quietly" }, h("summary", {}, "How sure is this?"), h("p", {}, `${source}. Effects are small; it may do nothing for you.`)),
  );
}

// Human care before anything this page could suggest. Nobody is told, and nothing is blocked.
function careFirst(app) {
  return h(
    "section",
    { class: "card care" },
    h("h2", {}, "This sounds like a lot to carry"),
    h("p", {}, "A person can do more here than a page: your own therapist, a physician, a peer line, or someone you trust. Nobody learns of your answers from this page."),
    h("button", { type: "button", class: "button main", onclick: () => app.go("help") }, "Where I can find someone"),
  );
}

async function drawWeek(app, monday) {
  const { session } = app;
  if (!session.hasCalendar) {
    return h("p", {}, "Your week from the calendar can stand beside this. ", h("button", { type: "button", class: "link", onclick: () => app.go("start") }, "Bring a calendar"));
  }
  const week = await session.ask({ do: "week", monday });
  if (!week.ok) return null;
  return h("section", {}, h("h2", {}, "Your week beside it"), h("p", {}, week.headlines[0].sentence), h("button", { type: "button", class: "link", onclick: () => app.go("week") }, "Look at my week"));
}
