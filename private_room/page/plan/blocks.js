// Time kept free: shown as others will see it, then given as a calendar file when its owner asks.

import { fill, h, problem } from "../dom.js";
import { giveFile } from "../parts/download.js";
import { roomOf, today } from "../picture/gathering.js";
import { shiftWeek } from "../words.js";

export function blocksPart(app) {
  const day = h("input", { type: "date", id: "block-day", required: true, value: roomOf(app).today ?? today() });
  const from = h("input", { type: "time", id: "block-from", required: true, value: "12:30" });
  const minutes = h("input", { type: "number", id: "block-minutes", min: 10, max: 480, step: 5, value: "30", required: true });
  const weeks = h("input", { type: "number", id: "block-weeks", min: 1, max: 26, value: "4", required: true });
  const place = h("div", { "aria-live": "polite" });
  const show = async (event) => {
    event.preventDefault();
    const blocks = Array.from({ length: Number(weeks.value) }, (_, week) => ({ uid: crypto.randomUUID(), date: shiftWeek(day.value, week), from: from.value, minutes: Number(minutes.value) }));
    const answer = await app.session.ask({ do: "blocks", blocks, zone: app.session.settings.zone });
    fill(place, answer.ok ? preview(answer) : problem(answer));
  };
  const field = (words, input) => h("div", { class: "field" }, h("label", { for: input.id }, words), input);
  return [
    h("p", {}, "Others will see the word Busy and the time, and nothing else."),
    h("form", { onsubmit: show }, field("First day", day), field("From", from), field("Minutes", minutes), field("For how many weeks", weeks), h("button", { type: "submit", class: "button" }, "Show me first")),
    place,
  ];
}

function preview({ preview: lines, calendar }) {
  return [
    h("ul", {}, lines.map((line) => h("li", {}, line))),
    h("p", {}, h("button", { type: "button", class: "button main", onclick: () => giveFile("kept-free.ics", calendar, "text/calendar") }, "Download for my calendar")),
    h("p", { class: "quiet" }, "Open the file with your calendar. Nothing is put there by itself."),
  ];
}
