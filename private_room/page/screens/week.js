// My week: what stands out with the practice's counterpart beside it, the pictures, the figures.
// Everything said here was said by the desk; this screen only gives it its place.

import { announce, fill, h, problem } from "../dom.js";
import { figureGroups } from "../parts/figures.js";
import { drawPicture } from "../parts/picture.js";
import { weekChooser } from "../parts/week_chooser.js";
import { weekWords } from "../words.js";

export function showWeek(app, { monday = null } = {}) {
  const body = h("div", { class: "week", "aria-busy": "true" }, h("p", { class: "quiet" }, "Looking at your week …"));
  drawFirst(app, body, monday);
  return [h("h1", {}, "My week"), body];
}

async function drawFirst(app, body, monday) {
  const { session } = app;
  const newest = await session.ask({ do: "week", monday: null });
  if (!newest.ok) return fill(body, problem(newest));
  const known = newest.known_weeks;
  const latest = known.includes(newest.monday) ? newest.monday : (known.at(-1) ?? newest.monday);
  const frame = { newest: newest.monday, known };
  const wanted = monday ?? session.shown ?? latest;
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
    headlines(week),
    coverage(week, session),
    h("div", { class: "pictures" }, week.pictures.map(drawPicture)),
    h("h2", { class: "figures-title" }, "The week in figures"),
    h("p", { class: "quiet" }, "Tap a figure to see where it comes from."),
    figureGroups(week.figures, explain),
    further(app, () => drawFirst(app, body, week.monday)),
  );
  body.setAttribute("aria-busy", "false");
}

function headlines({ headlines: found }) {
  return h(
    "div",
    { class: "headlines" },
    found.map(({ sentence, counterpart }) =>
      h(
        "div",
        { class: "headline" },
        h("p", { class: "stands-out" }, sentence),
        h("div", { class: "counterpart" }, h("h2", {}, "The practice's part"), h("p", {}, counterpart)),
      ),
    ),
  );
}

function coverage({ coverage: { sentence, gaps }, is_over }, session) {
  const joined = session.practice ? ` Joined with ${session.practice.name || "your practice"}.` : "";
  const soFar = is_over ? "" : " The week is not over yet.";
  return h(
    "div",
    { class: "coverage" },
    h("p", {}, sentence, soFar, joined),
    gaps.length ? h("ul", {}, gaps.map((gap) => h("li", {}, gap))) : null,
  );
}

function further(app, redraw) {
  const { session } = app;
  const said = h("div", { class: "said" });
  const join = async (event) => {
    event.target.disabled = true;
    const answer = await session.join();
    event.target.disabled = false;
    if (answer.ok) return redraw();
    fill(said, problem(answer));
  };
  const link = (words, onclick) => h("li", {}, h("button", { type: "button", class: "button", onclick }, words));
  const open = session.listUnsorted().length;
  return h(
    "section",
    { class: "further", "aria-labelledby": "further-title" },
    h("h2", { id: "further-title" }, "From here"),
    h(
      "ul",
      { class: "ways" },
      session.leftovers.size ? link(open ? `Sort what is left (${open})` : "Change how entries are sorted", () => app.go("sorting")) : null,
      link("Zone, hours, caseload, rules", () => app.go("settings")),
      link("Add another calendar", () => app.go("start")),
      link("Join with my practice's calendar", join),
    ),
    h("p", { class: "quiet" }, "Joining asks the practice's server for your own appointments. It is the only request this page ever makes, and it sends nothing."),
    said,
  );
}
