// The weekly check-in: nine questions of our own, about a minute. It needs no key, no connection and
// no Python: what is answered is sealed or held as it is.

import { h } from "../dom.js";
import { askOneByOne } from "./asking.js";
import { ANSWERS, checkinBody, listQuestions, mondayOf } from "./questions.js";

export function showCheckin(app) {
  const monday = mondayOf();
  const answers = ANSWERS.map((words, value) => ({ words, value }));
  const questions = listQuestions(monday).map((question) => ({ ...question, answers }));
  const finish = async (given) => {
    if (Object.keys(given).length > 0) await app.keeper.write("checkin", checkinBody(monday, given));
    app.go("first_words", { given, monday });
  };
  return [
    h("h1", {}, "How was this week?"),
    h("p", { class: "lede" }, "About a minute. Answer what you like, and skip what you like."),
    askOneByOne(questions, finish),
    h("p", { class: "quiet" }, "Fallow's own questions. They are not a validated instrument and not a diagnosis. Your answers stay on this device."),
  ];
}
