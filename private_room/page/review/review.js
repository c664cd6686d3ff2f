// A review for oneself, or about a worry for someone else: what has to be read comes before the
// first word, then sections by edition, and words that only their writer can open.

import { announce, busy, fill, h, problem } from "../dom.js";
import { keepCardIfHeld } from "../keeping/keep_card.js";
import { listBodies, roomOf, today } from "../picture/gathering.js";
import { letterhead } from "../picture/letterhead.js";
import { earlierReviews } from "./earlier.js";

const REVIEW = "review";
const ABOUT = [
  ["self", "Myself"],
  ["colleague", "A worry about a colleague"],
  ["supervisee", "A worry about someone I supervise"],
];

export function showReview(app) {
  const place = h("div", {});
  const earlier = h("div", {});
  const draw = () => drawEarlier(app, earlier);
  const choose = (about) => begin(app, place, about, draw);
  draw();
  return [
    h("h1", {}, "A review for myself"),
    letterhead(app),
    h("p", { class: "lede" }, "A quiet look at the work, beside what the codes ask. Nobody else sees it."),
    keepCardIfHeld(app, roomOf(app)),
    h("div", { role: "group", "aria-label": "What is it about?", class: "kinds" }, ABOUT.map(([key, words]) => h("button", { type: "button", class: "kind", onclick: () => choose(key) }, words))),
    place,
    earlier,
  ];
}

async function begin(app, place, about, redraw) {
  const told = await app.session.ask({ do: "review", about });
  if (!told.ok) return fill(place, problem(told));
  const read = () => {
    fill(place, drawForm(app, about, told, { notice: today(), redraw, place }));
    place.querySelector("textarea").focus();
  };
  const button = h("button", { type: "button", class: "button main", onclick: read }, "I have read this");
  const [first, ...more] = told.notices;
  fill(place, h("section", { class: "notice review-notice" }, h("p", {}, h("strong", {}, first)), more.map((line) => h("p", {}, line)), button));
  button.focus();
}

function drawForm(app, about, { questions, sections }, { notice, redraw, place }) {
  const words = h("textarea", { id: "review-words", rows: 8, autocomplete: "off" });
  const said = h("p", { role: "status", class: "quiet" });
  const boxes = sections.map((section) => [section.key, h("input", { type: "checkbox", value: section.key })]);
  const trouble = h("div", {});
  const submit = h("button", { type: "submit", class: "button main" }, "Keep this review");
  const keep = async () => {
    const chosen = boxes.filter(([, box]) => box.checked).map(([key]) => key);
    if (chosen.length === 0) return void (said.textContent = "Choose one section at least, so that this has a topic.");
    await roomOf(app).write(REVIEW, { written_date: today(), notice_read_date: notice, about, sections: chosen, words: words.value });
    fill(place, h("p", { role: "status" }, "Kept, for you alone."));
    announce("Kept.");
    redraw();
  };
  const send = (event) => {
    event.preventDefault();
    busy(submit, trouble, keep);
  };
  const pick = (section, place_) => h("label", { class: "answer" }, boxes[place_][1], h("span", {}, section.topic, h("small", {}, `${section.code}, ${section.edition}, ${section.section} (${section.evidence})`)));
  return h(
    "form",
    { onsubmit: send },
    h("section", {}, h("h2", {}, "To think about"), h("ul", {}, questions.map((question) => h("li", {}, question)))),
    h("div", { class: "field" }, h("label", { for: "review-words" }, "In my words", h("small", {}, "You may leave this empty. Write no name.")), words),
    h("fieldset", {}, h("legend", {}, h("strong", {}, "Which sections it touches")), sections.map(pick)),
    said,
    trouble,
    h("p", { class: "bar" }, submit),
  );
}

async function drawEarlier(app, place) {
  fill(place, earlierReviews(app, await listBodies(roomOf(app), REVIEW)));
}
