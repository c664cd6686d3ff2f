// One question at a time, answered with a thumb; skipping is an answer too, and nothing is counted.
// It needs no key, no connection and no Python: what is answered is sealed or held as it is.

import { announce, fill, h } from "../dom.js";
import { ANSWERS, checkinBody, listQuestions, mondayOf } from "./questions.js";

export function showCheckin(app) {
  const monday = mondayOf();
  const questions = listQuestions(monday);
  const given = {};
  const place = h("div", { class: "question-place" });
  const step = (number) => {
    if (number >= questions.length) return finish(app, monday, given);
    fill(place, question(questions[number], { number, of: questions.length, given, step }));
    const legend = place.querySelector("legend");
    legend.tabIndex = -1;
    if (number > 0) legend.focus();
    announce(number > 0 ? `Question ${number + 1} of ${questions.length}.` : "");
  };
  step(0);
  return [
    h("h1", {}, "How was this week?"),
    h("p", { class: "lede" }, "About a minute. Answer what you like, and skip what you like."),
    place,
    h("p", { class: "quiet" }, "Fallow's own questions. They are not a validated instrument and not a diagnosis. Your answers stay on this device."),
  ];
}

function question({ key, wording }, { number, of, given, step }) {
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
    ANSWERS.map((words, value) => h("button", { type: "button", class: "kind answer-row", "aria-pressed": isChosen(value), onclick: () => choose(value) }, words)),
    h(
      "p",
      { class: "question-ways" },
      number > 0 ? h("button", { type: "button", class: "link", onclick: () => step(number - 1) }, "Back") : h("span", {}),
      h("span", { class: "quiet" }, `${number + 1} of ${of}`),
      h("button", { type: "button", class: "link", onclick: skip }, "Skip"),
    ),
  );
}

async function finish(app, monday, given) {
  if (Object.keys(given).length > 0) await app.keeper.write("checkin", checkinBody(monday, given));
  app.go("first_words", { given, monday });
}
