// Did it help: what is tried, from when, which measure and when to look are fixed before anything is
// seen. "Cannot tell" and "made it worse" are answers like any other.

import { announce, busy, fill, h, problem } from "../dom.js";
import { keepCardIfHeld } from "../keeping/keep_card.js";
import { exampleBanner } from "../picture/example.js";
import { askAbout, listBodies, roomOf, today } from "../picture/gathering.js";
import { dayWords } from "../words.js";
import { TRIAL } from "./keeping.js";

const DAY = 24 * 60 * 60 * 1000;
const AHEAD_DAYS = 7;

export function showTrials(app) {
  const body = h("div", { "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your weeks …"));
  drawTrials(app, body);
  return [h("h1", {}, "Did it help?"), exampleBanner(app), body];
}

async function drawTrials(app, body) {
  const trials = await listBodies(roomOf(app), TRIAL);
  const told = trials.length ? await askAbout(app, "trials", { trials }) : { ok: true, looks: [] };
  const toPlan = h("p", { class: "bar" }, h("button", { type: "button", class: "button", onclick: () => app.go("plan") }, "My plan"));
  if (!told.ok) return fill(body, problem(told));
  fill(
    body,
    keepCardIfHeld(app, roomOf(app)),
    trials.length ? trials.map((trial, place) => drawLook(trial, told.looks[place])).reverse() : h("p", {}, "Nothing is being tried. In your plan you can begin something, and say when to look."),
    toPlan,
  );
  body.setAttribute("aria-busy", "false");
}

function drawLook({ what, start_date, look_date }, { sentences, beside, is_due, source }) {
  const [first, ...more] = sentences;
  return h(
    "section",
    { class: "card" },
    h("h2", {}, what),
    h("p", { class: "quiet" }, `From ${day(start_date)}; to look on ${day(look_date)}.`),
    h("p", { class: is_due ? "stands-out" : "" }, first),
    more.map((line) => h("p", {}, line)),
    beside.length ? h("p", {}, `At the same time you tried: ${beside.join("; ")}. One cannot be told from the other.`) : null,
    source ? h("details", { class: "quietly" }, h("summary", {}, "Where this comes from"), h("p", { class: "quiet" }, source)) : null,
  );
}

export function showTrial(app, { intervention = null } = {}) {
  if (!intervention) return showTrials(app);
  const body = h("div", { "aria-busy": "true" });
  const start = new Date(Date.parse(`${roomOf(app).today ?? today()}T12:00:00`) + AHEAD_DAYS * DAY);
  drawTrial(app, body, { intervention, measure: "exhaustion", start_date: today(start) });
  return [h("h1", {}, "Try something"), exampleBanner(app), body];
}

async function drawTrial(app, body, asked) {
  const told = await askAbout(app, "trial", asked);
  if (!told.ok) return fill(body, problem(told));
  const { trial, reach, start_ahead, measures } = told;
  const again = () => drawTrial(app, body, { ...asked, measure: measure.value, start_date: start.value || asked.start_date });
  const measure = h("select", { id: "trial-measure", onchange: again }, measures.map(({ key, label }) => h("option", { value: key }, label)));
  measure.value = trial.measure;
  const start = h("input", { type: "date", id: "trial-start", value: trial.start_date, onchange: again });
  const said = h("div", {});
  const begin = async () => {
    await roomOf(app).write(TRIAL, trial);
    app.goFrom(body, "trials");
    announce("Noted.");
  };
  fill(
    body,
    h("p", { class: "stands-out" }, trial.what),
    h("div", { class: "field" }, h("label", { for: "trial-measure" }, "What I will look at"), measure),
    h("div", { class: "field" }, h("label", { for: "trial-start" }, "From when", h("small", {}, start_ahead)), start),
    h("p", {}, `The day to look: ${day(trial.look_date)}.`),
    h("p", { class: "quiet" }, reach),
    said,
    h("p", { class: "bar" }, h("button", { type: "button", class: "button main", onclick: ({ target }) => busy(target, said, begin) }, "Begin")),
  );
  body.setAttribute("aria-busy", "false");
}

function day(date) {
  return dayWords(`${date}T12:00:00`);
}
