// My picture: what moved and how surely, one sentence each, the figures one tap below.
// Everything said here was said by the desk; this screen only gives it its place.

import { announce, fill, h, problem } from "../dom.js";
import { drawPicture } from "../parts/picture.js";
import { exampleOffer } from "./example.js";
import { drawForms } from "./forms.js";
import { askAbout, keepWorkedWeeks } from "./gathering.js";
import { headsUpCard, headsUpChoice } from "./heads_up.js";
import { letterhead } from "./letterhead.js";

export function showPicture(app) {
  const body = h("div", { class: "picture-page", "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your weeks …"));
  drawAll(app, body);
  return [h("h1", {}, "My picture"), letterhead(app), body];
}

async function drawAll(app, body) {
  await keepWorkedWeeks(app);
  const told = await askAbout(app, "picture");
  fill(body, told.ok ? drawTold(app, told, () => drawAll(app, body)) : problem(told));
  body.setAttribute("aria-busy", "false");
}

function drawTold(app, told, redraw) {
  if (told.early) return drawEarly(app, told);
  return [
    headsUpCard(app, told.heads_up),
    h("div", { class: "overview" }, drawPicture(told.overview)),
    h("section", { class: "one-by-one" }, h("h2", {}, "One by one"), h("p", { class: "quiet hint" }, "Tap a line to see its weeks, and the work beneath them."), drawLines(app, told)),
    told.too_early.length ? h("p", { class: "quiet" }, `Not enough answers yet for: ${told.too_early.join(", ")}. These are asked only in some weeks.`) : null,
    h("p", { class: "quiet" }, told.work, " ", app.session.hasCalendar || app.example ? null : h("button", { type: "button", class: "link", onclick: () => app.go("start") }, "Bring a calendar")),
    drawForms(app, told.forms),
    h("details", { class: "quietly printed" }, h("summary", {}, "What this cannot see"), h("ul", {}, told.cannot_see.map((line) => h("li", {}, line)))),
    headsUpChoice(app, told.heads_up, redraw),
    waysOn(app),
  ];
}

function drawEarly(app, { early, answered, forms }) {
  return [
    h("p", { class: "stands-out" }, early),
    h("p", {}, "Missing weeks are fine; they stay open."),
    h("p", { class: "ways-in" }, h("button", { type: "button", class: "button main", onclick: () => app.go("checkin") }, answered ? "Check in" : "Begin with this week")),
    app.example ? null : exampleOffer(app),
    drawForms(app, forms),
  ];
}

// What moved stands open; the rest is one line until it is asked for.
function drawLines(app, told) {
  const moved = told.constructs.filter(({ is_moved }) => is_moved);
  const rest = told.constructs.filter(({ is_moved }) => !is_moved);
  const draw = (one) => drawConstruct(app, one, told);
  return [moved.map(draw), rest.length ? h("details", { class: "construct rest" }, h("summary", {}, `Within ordinary ups and downs: ${rest.length}`), rest.map(draw)) : null];
}

function drawConstruct(app, one, { method, method_source }) {
  const place = h("div", { class: "weeks", "aria-live": "polite" });
  const draw = async (isAll) => {
    const answer = await askAbout(app, "picture_weeks", { construct: one.name, all: isAll });
    if (!answer.ok) return fill(place, problem(answer));
    const more = h("button", { type: "button", class: "link", onclick: () => draw(true) }, "Show all weeks");
    fill(place, drawPicture(answer.picture, { isTitled: false }), answer.has_more && !isAll ? h("p", { class: "further" }, more) : null);
    if (isAll) announce("All weeks are shown.");
  };
  const open = ({ target }) => target.open && !place.firstChild && draw(false);
  return h(
    "details",
    { class: one.is_moved ? "construct moved" : "construct", ontoggle: open },
    h("summary", {}, one.sentence),
    place,
    h("p", { class: "figures-line" }, one.figures),
    h("details", { class: "quietly" }, h("summary", {}, "Where this comes from"), h("p", { class: "quiet" }, one.source), h("p", { class: "quiet" }, method), h("p", { class: "quiet" }, method_source)),
  );
}

function waysOn(app) {
  const way = (words, act) => h("li", {}, h("button", { type: "button", class: "button", onclick: act }, words));
  return h("ul", { class: "ways further" }, [
    way("What this could be", () => app.go("could_be")),
    way("My plan", () => app.go("plan")),
    way("Did it help?", () => app.go("trials")),
    way("Print", () => print()),
  ]);
}
