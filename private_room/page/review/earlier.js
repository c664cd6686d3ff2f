// Earlier reviews by day and topic, and the record that their owner may show: dates and topics, no
// scores, and no words unless they are asked for twice.

import { askTwice, fill, h, problem } from "../dom.js";
import { giveFile } from "../parts/download.js";
import { dayWords } from "../words.js";

const ABOUT_WORDS = { self: "about myself", colleague: "about a colleague", supervisee: "about someone I supervise" };

export function earlierReviews(app, bodies) {
  if (bodies.length === 0) return null;
  const said = h("div", {});
  const give = async (isWhole) => {
    const answer = await app.session.ask({ do: "review_record", reflections: bodies, with_words: isWhole });
    if (!answer.ok) return fill(said, problem(answer));
    giveFile(isWhole ? "reviews-with-words.csv" : "reviews.csv", answer.table, "text/csv");
    fill(said, h("p", { role: "status", class: "quiet" }, "The file is on this device. Nothing was sent."));
  };
  return h(
    "section",
    { class: "earlier" },
    h("h2", {}, "Earlier reviews"),
    [...bodies].reverse().map(drawOne),
    h("p", { class: "bar" }, h("button", { type: "button", class: "button", onclick: () => give(false) }, "Export dates and topics")),
    h("p", {}, askTwice({ words: "Export with my words", sentence: "Whoever has that file can read your words.", yes: "Yes, with my words", no: "No", act: () => give(true) })),
    said,
  );
}

function drawOne({ written_date, about, sections, words }) {
  const title = `${dayWords(`${written_date}T12:00:00`)}, ${ABOUT_WORDS[about]}`;
  const topics = sections.length === 1 ? "1 section" : `${sections.length} sections`;
  return h("details", { class: "construct" }, h("summary", {}, title), h("p", { class: "quiet" }, topics), h("p", { class: "version" }, words || "Without words."));
}
