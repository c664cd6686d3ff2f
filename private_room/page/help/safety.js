// One's own safety plan, written on a good day for a bad one, sealed like everything else.
// Its six steps follow what safety plans contain in trials (Nuij 2021, a meta-analysis); words are ours.

import { fill, h } from "../dom.js";
import { keepCardIfHeld } from "../keeping/keep_card.js";

const STEPS = [
  ["signs", "How I notice that it is getting bad", "A thought, a habit, something in my body."],
  ["alone", "What I can do by myself", "Small things that have helped before."],
  ["places", "People and places that take my mind off it", "Without having to explain anything."],
  ["people", "People I can tell", "Names and numbers, as I would need them at night."],
  ["professionals", "Professionals and lines", "My therapist, my physician, a line from the help page."],
  ["safer", "How I make my surroundings safer", "What I put out of reach, and who keeps it for me."],
];

export function showSafety(app) {
  const place = h("div", { "aria-busy": "true" });
  readPlan(app).then(({ tips, plan }) => {
    fill(place, form(app, plan, tips));
    place.setAttribute("aria-busy", "false");
  });
  return [
    h("h1", {}, "My safety plan"),
    h("p", { class: "lede" }, "Six short answers, written on a good day. Fill in what you can; nobody checks."),
    h("p", {}, h("button", { type: "button", class: "button", onclick: () => app.go("help") }, "I need it now: lines that answer")),
    keepCardIfHeld(app),
    place,
  ];
}

async function readPlan({ keeper }) {
  if (keeper.state !== "open") return { tips: [], plan: keeper.held.findLast(({ kind }) => kind === "safety_plan")?.body ?? {} };
  const [tips] = await keeper.list("safety_plan");
  return { tips: tips ?? [], plan: tips?.[0].body ?? {} };
}

function form(app, plan, tips) {
  const areas = STEPS.map(([key]) => h("textarea", { id: `plan-${key}`, rows: 3, value: plan[key] ?? "", autocomplete: "off" }));
  const save = async (event) => {
    event.preventDefault();
    const body = Object.fromEntries(STEPS.map(([key], place) => [key, areas[place].value]));
    await app.keeper.write("safety_plan", body, { tips });
    if (app.keeper.state === "new") return app.go("safety");
    ({ tips } = await readPlan(app));
    fill(said, "Kept.");
  };
  const said = h("span", { class: "quiet", role: "status" });
  const fields = STEPS.map(([key, label, hint], place) => h("div", { class: "field" }, h("label", { for: `plan-${key}` }, label, h("small", {}, hint)), areas[place]));
  return h("form", { onsubmit: save }, fields, h("p", { class: "bar" }, h("button", { type: "submit", class: "button main" }, "Keep my plan"), said));
}
