// Published forms on the picture: their scores over time, and which changes are more than error.
// Of a form that was never answered there is nothing here but a quiet way to it.

import { h } from "../dom.js";
import { drawPicture } from "../parts/picture.js";

export function drawForms(app, forms) {
  return [...forms.map(drawForm), wayToForms(app, forms)];
}

function drawForm({ key, label, answered, about, picture, scales }) {
  return h(
    "section",
    { class: "one-by-one", "aria-labelledby": `about-${key}` },
    h("h2", { id: `about-${key}` }, label),
    h("p", { class: "quiet" }, answered, " ", about),
    picture ? [h("p", { class: "sentence" }, picture.sentence), drawPicture(picture, { isTitled: false })] : null,
    scales.map(drawScale),
  );
}

function drawScale({ sentence, lines, sources }) {
  return h(
    "details",
    { class: "construct" },
    h("summary", {}, sentence),
    lines.map((line) => h("p", { class: "figures-line" }, line)),
    h("details", { class: "quietly" }, h("summary", {}, "Where this comes from"), sources.map((line) => h("p", { class: "quiet" }, line))),
  );
}

// An example has nothing to answer: what is brought in would be kept in one's own room.
function wayToForms(app, forms) {
  if (app.example) return null;
  const words = forms.length ? "Answer a published form again" : "Answer a published form";
  return h("p", { class: "further" }, h("button", { type: "button", class: "link", onclick: () => app.go("forms") }, words));
}
