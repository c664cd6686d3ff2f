// One question at a time, answered with a thumb; skipping is an answer too, and nothing is counted.
// It knows questions and answers as words, and hands back what was given by key.

import { announce, fill, h } from "../dom.js";

// `questions` are { key, wording, answers: [{ words, value }] }; `finish` gets the answers by key.
export function askOneByOne(questions, finish) {
  const given = {};
  const place = h("div", { class: "question-place" });
  const step = (number) => {
    if (number >= questions.length) return finish(given);
    fill(place, question(questions[number], { number, of: questions.length, given, step }));
    const legend = place.querySelector("legend");
    legend.tabIndex = -1;
    if (number > 0) legend.focus();
    announce(number > 0 ? `Question ${number + 1} of ${questions.length}.` : "");
  };
  step(0);
  return place;
}

function question({ key, wording, answers }, { number, of, given, step }) {
  const choose = (value) => {
    given[key] = value;
    step(number + 1);
  };
  const skip = () => {
    delete given[key];
    step(number + 1);
  };
  const isChosen = (value) => (given[key] === value ? "true" : "false");
  return h(
    "fieldset",
    { class: "question" },
    h("legend", {}, wording),
    answers.map(({ words, value }) => h("button", { type: "button", class: "kind answer-row", "aria-pressed": isChosen(value), onclick: () => choose(value) }, words)),
    h(
      "p",
      { class: "question-ways" },
      number > 0 ? h("button", { type: "button", class: "link", onclick: () => step(number - 1) }, "Back") : h("span", {}),
      h("span", { class: "quiet" }, `${number + 1} of ${of}`),
      h("button", { type: "button", class: "link", onclick: skip }, "Skip"),
    ),
  );
}
