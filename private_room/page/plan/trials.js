// Did it help: what is tried, from when, which measure and when to look are fixed before anything is
// seen. "Cannot tell" and "made it worse" are answers like any other.

import { announce, busy, fill, h, problem } from "../dom.js";
import { keepCardIfHeld } from "../keeping/keep_card.js";
import { askAbout, listBodies, roomOf, today } from "../picture/gathering.js";
import { letterhead } from "../picture/letterhead.js";
import { dayWords } from "../words.js";
import { TRIAL } from "./keeping.js";

const DAY = 24 * 60 * 60 * 1000;
const AHEAD_DAYS = 7;

export function showTrials(app) {
  const body = h("div", { "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your weeks …"));
  drawTrials(app, body);
  return [h("h1", {}, "Did it help?"), letterhead(app), body];
}

async function drawTrials(app, body) {
  const kept = await listTrials(roomOf(app));
  const trials = kept.map(({ trial }) => trial);
  const told = trials.length ? await askAbout(app, "trials", { trials }) : { ok: true, looks: [] };
  const toPlan = h("p", { class: "bar" }, h("button", { type: "button", class: "button", onclick: () => app.go("plan") }, "My plan"));
  if (!told.ok) return fill(body, problem(told));
  const change = async (one, changed) => {
    await changeTrial(app, one, changed);
    app.goFrom(body, "trials");
    announce("Noted.");
  };
  fill(
    body,
    keepCardIfHeld(app, roomOf(app)),
    kept.length ? kept.map((one, place) => drawLook(one, told.looks[place], { change: (changed) => change(one, changed), day: roomOf(app).today ?? today() })) : h("p", {}, "Nothing is being tried. In your plan you can begin something, and say when to look."),
    toPlan,
  );
  body.setAttribute("aria-busy", "false");
}

// The trials and the tips that a new revision replaces, the latest begun first; what was written
// before there was a key has no tips, and cannot be changed.
async function listTrials(room) {
  const kept =
    room.state === "open"
      ? (await room.list(TRIAL)).flatMap((tips) => tips.map(({ body }) => ({ trial: body, tips })))
      : (await listBodies(room, TRIAL)).map((trial) => ({ trial, tips: null }));
  return kept.sort((a, b) => (lastOf(a.trial).start_date < lastOf(b.trial).start_date ? 1 : -1));
}

// The last time that it is done: the record itself, until it is done again.
function lastOf(trial) {
  return trial.again?.at(-1) ?? trial;
}

function changeTrial(app, { trial, tips }, { ended = null, next = null }) {
  const again = [...(trial.again ?? [])];
  const first = again.length ? trial : { ...trial, ...ended };
  if (again.length) again.push({ ...again.pop(), ...ended });
  if (next) again.push(next);
  return roomOf(app).write(TRIAL, again.length ? { ...first, again } : first, { tips });
}

function drawLook({ trial, tips }, { sentences, beside, is_due, can_end, again, source }, given) {
  const [first, ...more] = sentences;
  return h(
    "section",
    { class: "card" },
    h("h2", {}, trial.what),
    [trial, ...(trial.again ?? [])].map((phase, place) => h("p", { class: "quiet" }, sayDays(phase, place))),
    h("p", { class: is_due ? "stands-out" : "" }, first),
    more.map((line) => h("p", {}, line)),
    beside.length ? h("p", {}, `At the same time you tried: ${beside.join("; ")}. One cannot be told from the other.`) : null,
    tips && can_end ? drawStop(given) : null,
    tips && again ? drawAgain(again, given) : null,
    source ? h("details", { class: "quietly" }, h("summary", {}, "Where this comes from"), h("p", { class: "quiet" }, source)) : null,
  );
}

function sayDays({ start_date, look_date, end_date }, place) {
  const begun = place ? `Again from ${day(start_date)}` : `From ${day(start_date)}`;
  return end_date ? `${begun} to ${day(end_date)}.` : `${begun}; to look on ${day(look_date)}.`;
}

const ENDINGS = [
  ["felt_better", "It felt better"],
  ["did_not_suit", "It did not suit me"],
  ["life_changed", "Life changed"],
  ["unsaid", "I would rather not say"],
];

// Stopping is always fine. Why helps to read the answer; it may stay unsaid.
function drawStop({ change, day: end_date }) {
  const said = h("div", {});
  const stop = (ending) => change({ ended: { end_date, ending } });
  const one = ([ending, words]) => h("button", { type: "button", class: "button", onclick: ({ target }) => busy(target, said, () => stop(ending)) }, words);
  return h("details", { class: "quietly" }, h("summary", {}, "I stopped"), h("p", { class: "quiet" }, "That is fine. Why? It helps to read the answer."), h("p", { class: "bar" }, ENDINGS.map(one)), said);
}

function drawAgain({ end_date, phase, says }, { change }) {
  const said = h("div", {});
  const begin = () => change({ ended: { end_date }, next: phase });
  return h("details", { class: "quietly" }, h("summary", {}, "Do it again after a pause"), h("p", { class: "quiet" }, says), h("p", { class: "bar" }, h("button", { type: "button", class: "button", onclick: ({ target }) => busy(target, said, begin) }, "Plan it so")), said);
}

export function showTrial(app, { intervention = null } = {}) {
  if (!intervention) return showTrials(app);
  const body = h("div", { "aria-busy": "true" });
  const start = new Date(Date.parse(`${roomOf(app).today ?? today()}T12:00:00`) + AHEAD_DAYS * DAY);
  drawTrial(app, body, { intervention, measure: "exhaustion", start_date: today(start) });
  return [h("h1", {}, "Try something"), letterhead(app), body];
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
