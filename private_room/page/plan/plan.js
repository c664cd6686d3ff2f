// My plan: a person first where that is called for, one or two things that may help, and what to keep,
// decline or hand on. Everything said here was said by the desk; this screen gives it its place.

import { fill, h, problem } from "../dom.js";
import { keepCardIfHeld } from "../keeping/keep_card.js";
import { askAbout, roomOf } from "../picture/gathering.js";
import { letterhead } from "../picture/letterhead.js";
import { blocksPart } from "./blocks.js";
import { boundariesPart } from "./boundaries.js";
import { readPlan } from "./keeping.js";
import { needingPart } from "./needing.js";
import { notesPart } from "./notes.js";
import { restsPart } from "./rests.js";
import { stepsPart } from "./steps.js";
import { careFirst, drivesPart, suggestionsPart } from "./suggestions.js";

export function showPlan(app) {
  const body = h("div", { class: "plan", "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your weeks …"));
  draw(app, body);
  return [h("h1", {}, "My plan"), letterhead(app), body];
}

// `opened` is the part to leave open after a change in it.
async function draw(app, body, opened = null) {
  const { plan } = await readPlan(app);
  const told = await askAbout(app, "plan", { plan });
  if (!told.ok) return fill(body, problem(told));
  const again = (part) => draw(app, body, part);
  const part = (key, title, content) => h("details", { class: "construct plan-part", id: `part-${key}`, open: key === opened }, h("summary", {}, title), content);
  fill(
    body,
    told.care_first ? careFirst(app, told) : null,
    suggestionsPart(app, plan, told, again),
    keepCardIfHeld(app, roomOf(app)),
    told.needing.length ? part("needing", "What needs something first", needingPart(app, plan, told, again)) : null,
    part("drives", "What drives it at work", drivesPart(app, plan, again)),
    part("boundaries", "Keep, decline, hand on", boundariesPart(app, plan, told, again)),
    part("steps", "A task in smaller steps", stepsPart(app, plan, told, again)),
    part("notes", "Notes waiting", notesPart(app, plan, told, again)),
    part("rests", "Rest and movement", restsPart(app, plan, told, again)),
    part("blocks", "Time kept free in my calendar", blocksPart(app)),
    h("p", { class: "bar" }, h("button", { type: "button", class: "button", onclick: () => app.go("trials") }, "Did it help?"), h("button", { type: "button", class: "button", onclick: () => app.go("review") }, "A review for myself")),
  );
  body.setAttribute("aria-busy", "false");
  if (opened) body.querySelector(`#part-${opened} > summary`).focus();
}
