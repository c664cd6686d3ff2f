// Draws a picture that Python described: marks as SVG nodes, with its sentence and its table.
// It knows four marks by name; colors belong to the stylesheet, through the class of each tone.

import { h, svg } from "../dom.js";

const TONE_WORDS = {
  contact: "with clients",
  admin: "notes, administration, training",
  supervision: "supervision and peers",
  oncall: "on call",
  travel: "travel",
  protected: "protected time",
  leave: "leave",
  unknown: "not known, or not sorted",
  usual: "your usual",
  window: "working hours",
  run: "a run without a pause",
  weighted: "weighted hours",
  level: "where you stand, in 90 of 100 cases",
  between: "a week without answers",
  score: "a score; where two bars do not touch, they are further apart than error alone brings",
  worked: "weighted hours of work",
};
const DRAWN_AS_LINE = new Set(["run", "weighted", "level", "between", "score"]);

// Without its title and sentence where both stand above it already.
export function drawPicture(picture, { isTitled = true } = {}) {
  const { name, title, sentence } = picture;
  return h(
    "figure",
    { class: "picture", id: `picture-${name}` },
    isTitled ? [h("h2", {}, title), h("p", { class: "sentence" }, sentence)] : null,
    drawMarks(picture),
    h("figcaption", {}, drawLegend(picture.marks), drawTable(picture.table)),
  );
}

export function drawMarks({ name, title, sentence, width, height, marks }) {
  return svg(
    "svg",
    { class: "figure", role: "img", "aria-labelledby": `${name}-title ${name}-sentence`, viewBox: `0 0 ${width} ${height}` },
    svg("title", { id: `${name}-title` }, title),
    svg("desc", { id: `${name}-sentence` }, sentence),
    marks.map((mark) => DRAW[mark.mark](mark)),
  );
}

const DRAW = {
  box: ({ x, y, width, height, tone, says }) =>
    svg("rect", { class: `tone-${tone}`, x, y, width, height, rx: 2 }, says ? svg("title", {}, says) : null),
  line: ({ x1, y1, x2, y2, tone }) => svg("line", { class: `tone-${tone}`, x1, y1, x2, y2 }),
  dot: ({ x, y, radius, tone, says }) =>
    svg("circle", { class: `tone-${tone}`, cx: x, cy: y, r: radius }, says ? svg("title", {}, says) : null),
  words: ({ x, y, text, tone, anchor }) => svg("text", { class: `tone-${tone}`, x, y, "text-anchor": anchor }, text),
};

function drawLegend(marks) {
  const tones = new Set(marks.filter((mark) => mark.mark !== "words").map((mark) => mark.tone));
  const shown = Object.keys(TONE_WORDS).filter((tone) => tones.has(tone));
  const sign = (tone) =>
    DRAWN_AS_LINE.has(tone)
      ? svg("line", { class: `tone-${tone}`, x1: 7, y1: 1, x2: 7, y2: 13 })
      : svg("rect", { class: `tone-${tone}`, x: 1, y: 1, width: 12, height: 12, rx: 2 });
  return h("ul", { class: "legend" }, shown.map((tone) => legendEntry(sign(tone), TONE_WORDS[tone])));
}

function legendEntry(mark, words) {
  return h("li", {}, h("span", { class: "swatch" }, svg("svg", { class: "figure", viewBox: "0 0 14 14", "aria-hidden": "true" }, mark)), words);
}

function drawTable({ caption, header, rows }) {
  const cell = (text, place) => (place === 0 ? h("th", { scope: "row" }, text) : h("td", {}, text));
  const table = h(
    "table",
    {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, header.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell)))),
  );
  const scroll = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `${caption}, as a table` }, table);
  return h("details", { class: "as-table" }, h("summary", {}, "As a table"), scroll);
}
