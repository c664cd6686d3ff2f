// Time kept free: shown as others will see it and held against the calendar on this device, then given
// as a calendar file when its owner asks. What is in the way is shown as times; nothing moves by itself.

import { fill, h, problem } from "../dom.js";
import { giveFile } from "../parts/download.js";
import { roomOf, today } from "../picture/gathering.js";
import { shiftWeek } from "../words.js";
import { bringCalendar } from "./from_calendar.js";

export function blocksPart(app) {
  const day = h("input", { type: "date", id: "block-day", required: true, value: roomOf(app).today ?? today() });
  const from = h("input", { type: "time", id: "block-from", required: true, value: "12:30" });
  const minutes = h("input", { type: "number", id: "block-minutes", min: 10, max: 480, step: 5, value: "30", required: true });
  const weeks = h("input", { type: "number", id: "block-weeks", min: 1, max: 26, value: "4", required: true });
  const place = h("div", { "aria-live": "polite" });
  const show = async (blocks) => {
    await app.session.settle();
    const answer = await app.session.ask({ do: "blocks", blocks, is_example: Boolean(app.example) });
    fill(place, answer.ok ? preview(app, answer, blocks, show) : problem(answer));
  };
  const begin = (event) => {
    event.preventDefault();
    show(Array.from({ length: Number(weeks.value) }, (_, week) => ({ uid: crypto.randomUUID(), date: shiftWeek(day.value, week), from: from.value, minutes: Number(minutes.value) })));
  };
  const field = (words, input) => h("div", { class: "field" }, h("label", { for: input.id }, words), input);
  return [
    h("p", {}, "Others will see the word Busy and the time, and nothing else."),
    h("form", { onsubmit: begin }, field("First day", day), field("From", from), field("Minutes", minutes), field("For how many weeks", weeks), h("button", { type: "submit", class: "button" }, "Show me first")),
    place,
  ];
}

function preview(app, { said, has_calendar, blocks: told, calendar }, blocks, show) {
  // What was tapped is gone after it: the keyboard goes on from the lines.
  const change = (next) => async () => {
    await show(next);
    document.querySelector(".kept-free")?.focus();
  };
  const line = ({ uid, says, standing, note, nearest }) => {
    const take = blocks.map((one) => (one.uid === uid ? { ...one, ...nearest } : one));
    const leave = blocks.filter((one) => one.uid !== uid);
    const way = (words, next) => h("button", { type: "button", class: "link", "aria-label": `${words}: ${says}`, onclick: change(next) }, words);
    const ways = standing === "taken" ? h("span", { class: "ways-in" }, nearest ? way("Take the free place", take) : null, way("Leave this one out", leave)) : null;
    return h("li", {}, says, note ? h("small", {}, note) : null, ways);
  };
  return [
    h("p", {}, said, " ", has_calendar ? null : bringCalendar(app)),
    h("ul", { class: "kept-free", tabIndex: -1 }, told.map(line)),
    told.length ? h("p", {}, h("button", { type: "button", class: "button main", onclick: () => giveFile("kept-free.ics", calendar, "text/calendar") }, "Download for my calendar")) : null,
    h("p", { class: "quiet" }, "Open the file with your calendar. Nothing is put there by itself."),
  ];
}
