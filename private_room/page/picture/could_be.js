// What this could be: which pattern fits well, partly, little; the figures one tap below.
// It says with every answer what it was tested on, and that it could be something else.

import { announce, fill, h, problem } from "../dom.js";
import { exampleOffer } from "./example.js";
import { askAbout, changeSettings, findOne, PICTURE_SETTINGS, roomOf } from "./gathering.js";
import { letterhead } from "./letterhead.js";

export function showCouldBe(app) {
  const body = h("div", { class: "could-be", "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your weeks …"));
  drawAll(app, body);
  return [h("h1", {}, "What this could be"), letterhead(app), body];
}

async function drawAll(app, body) {
  const told = await askAbout(app, "could_be");
  fill(body, told.ok ? drawTold(app, told, () => drawAll(app, body)) : problem(told));
  body.setAttribute("aria-busy", "false");
}

function drawTold(app, told, redraw) {
  const isEarly = told.fits.length === 0;
  return [
    h("p", { class: "stands-out" }, told.verdict),
    isEarly && !app.example ? exampleOffer(app) : null,
    h("ul", { class: "fits" }, told.fits.map((fit) => drawFit(app, fit))),
    h("section", { class: "card" }, told.always.map((line) => h("p", {}, line))),
    told.telling.length ? h("section", {}, h("h2", {}, "What would tell them apart"), told.telling.map((one) => drawTelling(app, one, redraw))) : null,
    h("section", {}, h("h2", {}, "How they differ"), h("ul", { class: "plain-list" }, told.pages.map(({ key, label }) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => app.go("construct", { page: key }) }, label))))),
    h("ul", { class: "ways further" }, h("li", {}, h("button", { type: "button", class: "button", onclick: () => app.go("plan") }, "My plan")), h("li", {}, h("button", { type: "button", class: "button", onclick: () => app.go("picture") }, "My picture"))),
  ];
}

function drawFit(app, { pattern, label, words, figures, source, has_page }) {
  return h(
    "li",
    {},
    h("details", { class: "construct" }, h("summary", {}, h("span", {}, label), h("span", { class: "fit-words" }, words)), h("p", {}, figures), h("p", { class: "quiet" }, source), has_page ? h("p", { class: "no-print" }, h("button", { type: "button", class: "link", "aria-label": `What that is: ${label}`, onclick: () => app.go("construct", { page: pattern }) }, "What that is")) : null),
  );
}

function drawTelling(app, { key, kind, sentence, wording }, redraw) {
  if (kind !== "question") return h("p", {}, sentence);
  const say = (value) => async () => {
    await changeSettings(app, { facts: { ...(await readFacts(app)), [key]: value } });
    announce("Noted.");
    redraw();
  };
  return h(
    "section",
    { class: "card", "aria-label": wording },
    h("h3", {}, wording),
    h("p", { class: "quiet" }, sentence),
    h("p", { class: "kinds" }, h("button", { type: "button", class: "kind", onclick: say(true) }, "Yes"), h("button", { type: "button", class: "kind", onclick: say(false) }, "No")),
  );
}

async function readFacts(app) {
  return (await findOne(roomOf(app), PICTURE_SETTINGS)).body?.facts ?? {};
}
