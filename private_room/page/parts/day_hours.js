// The working days and their hours: alike on every day, or day by day; a break splits a day in two.
// It knows seven lists of spans in minutes; a day without a span is a day off.

import { fill, h } from "../dom.js";
import { DAYS } from "../words.js";
import { spanList } from "./span_list.js";

const STARTING = [[9 * 60, 17 * 60]];

export function dayHours(hours, change) {
  const place = h("fieldset", { class: "days" });
  let days = hours;
  const set = (next) => {
    days = next;
    change(days);
  };
  const usual = () => days.find((spans) => spans.length) ?? STARTING;
  const setDay = (day, spans) => set(days.map((before, one) => (one === day ? spans : before)));
  const setAll = (spans) => set(days.map((before) => (before.length ? spans : [])));

  const drawAlike = () =>
    fill(
      place,
      h("legend", {}, "Working days"),
      h("div", { class: "ticks" }, DAYS.map((name, day) => tick(name, days[day], (isOn) => setDay(day, isOn ? usual() : [])))),
      spanList("Working hours", usual(), setAll),
      link("The hours differ by day", drawEach),
    );
  const drawEach = () =>
    fill(
      place,
      h("legend", {}, "Working days"),
      DAYS.map((name, day) => dayRow(name, days[day], (spans) => setDay(day, spans))),
      link("The same hours every day", alike),
    );
  const alike = () => {
    setAll(usual());
    drawAlike();
  };
  if (areAlike(days)) drawAlike();
  else drawEach();
  return place;
}

function dayRow(name, spans, change) {
  const row = h("div", { class: "day" });
  const draw = (now) =>
    fill(
      row,
      tick(name, now, (isOn) => {
        change(isOn ? STARTING : []);
        draw(isOn ? STARTING : []);
        row.querySelector("input").focus();
      }),
      now.length ? spanList(name, now, change) : h("span", { class: "quiet" }, "off"),
    );
  draw(spans);
  return row;
}

function tick(name, spans, change) {
  const input = h("input", { type: "checkbox", checked: spans.length > 0, onchange: () => change(input.checked) });
  return h("label", { class: "tick" }, input, " ", name);
}

function link(words, onclick) {
  return h("p", {}, h("button", { type: "button", class: "link", onclick }, words));
}

function areAlike(days) {
  const worked = days.filter((spans) => spans.length).map((spans) => JSON.stringify(spans));
  return new Set(worked).size <= 1;
}
