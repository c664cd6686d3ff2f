// My week: what stands out with the practice's counterpart beside it, the pictures, the figures.
// Everything said here was said by the desk; this screen only gives it its place.

import { announce, fill, h, problem } from "../dom.js";
import { figureGroups } from "../parts/figures.js";
import { drawPicture } from "../parts/picture.js";
import { waysOn } from "../parts/ways_on.js";
import { weekChooser } from "../parts/week_chooser.js";
import { weekWords } from "../words.js";

export function showWeek(app) {
  const body = h("div", { class: "week", "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your week …"));
  drawFirst(app, body);
  return [h("h1", {}, "My week"), body];
}

async function drawFirst(app, body) {
  const { session } = app;
  await session.settle();
  const newest = await session.ask({ do: "week", monday: null });
  if (!newest.ok) return fill(body, problem(newest));
  const known = newest.known_weeks;
  const latest = known.includes(newest.monday) ? newest.monday : (known.at(-1) ?? newest.monday);
  const frame = { newest: newest.monday, known };
  const wanted = session.shown ?? latest;
  await drawWeek(app, body, frame, wanted === newest.monday ? newest : await session.ask({ do: "week", monday: wanted }));
}

async function drawWeek(app, body, frame, week) {
  if (!week.ok) return fill(body, problem(week));
  const { session } = app;
  session.shown = week.monday;
  const choose = async (monday) => {
    body.setAttribute("aria-busy", "true");
    await drawWeek(app, body, frame, await session.ask({ do: "week", monday }));
    announce(`The week of ${weekWords(monday)}.`);
    body.querySelector("select").focus();
  };
  const explain = (figure) => session.ask({ do: "explain", figure, monday: week.monday });
  fill(
    body,
    weekChooser({ ...frame, chosen: week.monday }, choose),
    drawHeadlines(week.headlines),
    drawCoverage(week, session),
    h("div", { class: "pictures" }, week.pictures.map(drawPicture)),
    h("h2", { class: "figures-title" }, "The week in figures"),
    h("p", { class: "quiet hint" }, "Tap a figure to see where it comes from."),
    figureGroups(week.figures, explain),
    waysOn(app, () => drawFirst(app, body)),
  );
  body.setAttribute("aria-busy", "false");
}

function drawHeadlines(headlines) {
  const part = (counterpart) => h("div", { class: "counterpart" }, h("h2", {}, "The practice's part"), h("p", {}, counterpart));
  return h(
    "div",
    { class: "headlines" },
    headlines.map(({ sentence, counterpart }) => h("div", { class: "headline" }, h("p", { class: "stands-out" }, sentence), part(counterpart))),
  );
}

function drawCoverage({ coverage: { sentence, gaps }, is_over }, session) {
  const joined = session.practice ? ` Joined with ${session.practice.name || "your practice"}.` : "";
  const soFar = is_over ? "" : " The week is not over yet.";
  return h(
    "div",
    { class: "coverage" },
    h("p", {}, sentence, soFar, joined),
    gaps.length ? h("ul", {}, gaps.map((gap) => h("li", {}, gap))) : null,
  );
}
