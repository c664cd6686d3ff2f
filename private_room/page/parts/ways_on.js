// Where one can go from a week: sort, weigh, change, add, join, print; and what was read and dropped.
// It knows the session and the screens by name.

import { fill, h, problem } from "../dom.js";
import { zoneWords } from "../place.js";
import { counted } from "../words.js";

export function waysOn(app, redraw) {
  const { session } = app;
  const said = h("div", { class: "said" });
  const join = async (event) => {
    event.target.disabled = true;
    const answer = await session.join();
    event.target.disabled = false;
    if (answer.ok) return redraw();
    fill(said, problem(answer));
  };
  const way = (words, onclick) => h("li", {}, h("button", { type: "button", class: "button", onclick }, words));
  return h(
    "section",
    { class: "further", "aria-labelledby": "further-title" },
    h("h2", { id: "further-title" }, "From here"),
    h("ul", { class: "ways" }, [
      session.leftovers.size ? way(sortWords(session.listUnsorted().length), () => app.go("sorting")) : null,
      way("Say how heavy the work is", () => app.go("caseload")),
      way("Zone, hours and rules", () => app.go("settings")),
      way("Add another calendar", () => app.go("start")),
      way("Print this week", () => window.print()),
      way("Join with my practice's calendar", join),
    ]),
    h("p", { class: "quiet" }, "Joining asks the practice's server for your own appointments. Nothing of your calendar is sent."),
    said,
    session.sources.length ? whatWasRead(session.sources) : null,
  );
}

function sortWords(open) {
  return open ? `Sort what is left (${open})` : "Change how entries are sorted";
}

function whatWasRead(sources) {
  return h("details", { class: "quietly" }, h("summary", {}, "What was read, and what was dropped"), sources.map(drawSource));
}

function drawSource({ name, report }) {
  const { format, rows_read, rows_used, skipped, dropped, ends_inferred, zones_assumed, zone } = report;
  const lines = [
    `${format}: ${rows_used} of ${counted(rows_read, "entry", "entries")} used.`,
    ...skipped.map(([reason, count]) => `${count} left out: ${reason}.`),
    ends_inferred ? `${counted(ends_inferred, "length", "lengths")} inferred, because no end stands there.` : null,
    zones_assumed ? `${counted(zones_assumed, "time", "times")} without a zone, read as ${zoneWords(zone)} time.` : null,
    dropped.length ? `Not kept: ${dropped.join(", ")}.` : null,
  ];
  return h("div", { class: "source" }, h("h3", {}, name), h("ul", {}, lines.filter(Boolean).map((line) => h("li", {}, line))));
}
