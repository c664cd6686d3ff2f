// The spans of one working day, from and to, with a second one after a break where there is one.
// It hands on only spans that are in order; until then the last good ones count.

import { fill, h } from "../dom.js";
import { clockWords } from "../words.js";

const DAY_END = 24 * 60;
const BREAK = 60;
const AFTER_BREAK = 4 * 60;
const OUT_OF_ORDER = "Each span ends after it starts, and the next one starts after that. Until then the hours before count.";

export function spanList(name, given, change) {
  const list = h("div", { class: "spans" });
  const said = h("p", { class: "note", role: "status" });
  let spans = given;
  const set = (next) => {
    spans = next;
    const isGood = areInOrder(spans);
    fill(said, isGood ? null : OUT_OF_ORDER);
    if (isGood) change(spans);
  };
  const redraw = (next) => {
    set(next);
    draw();
    list.querySelector("input").focus();
  };
  const draw = () => {
    const row = (span, place) => {
      const edit = (changed) => set(spans.map((one, at) => (at === place ? changed : one)));
      const remove = () => redraw(spans.filter((_, at) => at !== place));
      return spanRow({ name, span, place, isOnly: spans.length === 1 }, { edit, remove });
    };
    const end = spans.at(-1)[1];
    const next = [end + BREAK, Math.min(end + BREAK + AFTER_BREAK, DAY_END)];
    const add = () => redraw([...spans, next]);
    const hasRoom = next[0] < next[1];
    fill(list, spans.map(row), hasRoom ? h("button", { type: "button", class: "link", onclick: add }, "Add hours after a break") : null, said);
  };
  draw();
  return list;
}

function spanRow({ name, span, place, isOnly }, { edit, remove }) {
  const label = (edge) => `${name}, ${edge}${place ? ", after a break" : ""}`;
  const tell = () => edit([minutesOf(from.value), minutesOf(to.value) || DAY_END]);
  const from = time(span[0], label("from"), tell);
  const to = time(span[1] % DAY_END, label("to"), tell);
  const drop = h("button", { type: "button", class: "link", "aria-label": `Remove these hours of ${name}`, onclick: remove }, "remove");
  return h("div", { class: "span" }, from, h("span", {}, "to"), to, isOnly ? null : drop);
}

function time(minutes, label, onchange) {
  return h("input", { type: "time", value: clockWords(minutes).padStart(5, "0"), "aria-label": label, onchange });
}

function minutesOf(text) {
  const [hour, minute] = text.split(":").map(Number);
  return hour * 60 + minute;
}

function areInOrder(spans) {
  const edges = spans.flat();
  return edges.every((edge, place) => Number.isFinite(edge) && (place === 0 || edge > edges[place - 1]));
}
