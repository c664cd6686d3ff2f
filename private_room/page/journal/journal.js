// The journal: what was written, newest first, found by any word in it. All of it is opened and
// searched on this device; while the room is locked there is nothing here to see.

import { fill, h } from "../dom.js";
import { standingOffer } from "../help/offer.js";
import { keepCardIfHeld } from "../keeping/keep_card.js";
import { dayWords } from "../words.js";
import { promptOf } from "./prompts.js";
import { signsRow } from "./signs.js";

const SHOWN = 30;

// `isOffered`: words that were kept at once brought an offer of help that nobody can have seen yet.
export function showJournal(app, { isOffered = false } = {}) {
  const list = h("div", { class: "entries-list", "aria-busy": "true" });
  const count = h("p", { class: "quiet", role: "status" });
  const search = h("input", { type: "search", id: "search", autocomplete: "off", oninput: () => draw(search.value) });
  let entries = [];
  const draw = (asked) => {
    const found = searchEntries(entries, asked);
    fill(list, found.slice(0, SHOWN).map((tips) => drawEntry(app, tips)));
    count.textContent = asked ? `${found.length} found.` : "";
    list.setAttribute("aria-busy", "false");
  };
  readEntries(app).then((read) => {
    entries = read;
    draw("");
  });
  return [
    h("h1", {}, "My journal"),
    notPrivileged(),
    isOffered ? standingOffer(app) : null,
    keepCardIfHeld(app),
    h("p", {}, h("button", { type: "button", class: "button main", onclick: () => app.go("entry") }, "Write something")),
    signsRow(app),
    h("div", { class: "field" }, h("label", { for: "search" }, "Find a word"), search),
    count,
    list,
    h("p", { class: "otherwise" }, h("button", { type: "button", class: "link", onclick: () => app.go("after") }, "Something bad has happened at work")),
  ];
}

// Said before the first word, every time, in one line that cannot be missed.
export function notPrivileged() {
  return h("p", { class: "notice" }, h("strong", {}, "Not legally privileged. "), "Nobody can read it without your keys, and a court or a board may ask you to open it. Write about yourself; leave out what would name a client.");
}

async function readEntries({ keeper }) {
  if (keeper.state === "open") return (await keeper.list("entry")).map((tips) => ({ tips, words: fold(wordsOf(tips)) }));
  return keeper.held.filter(({ kind }) => kind === "entry").map(({ body, at }) => ({ tips: [{ body, link: { at } }], words: fold(body.text) }));
}

const wordsOf = (tips) => tips.map(({ body }) => body.text).join("\n");

// Every word that is asked for has to be there, in any order; accents and capitals do not matter.
export function searchEntries(entries, asked) {
  const wanted = fold(asked).split(/\s+/).filter(Boolean);
  return wanted.length ? entries.filter(({ words }) => wanted.every((word) => words.includes(word))) : entries;
}

export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function drawEntry(app, { tips }) {
  const [{ body, link }] = tips;
  const first = body.text.split("\n")[0].slice(0, 120) || "(no words)";
  return h(
    "article",
    { class: "card entry-card" },
    h("p", { class: "quiet" }, `${dayWords(link.at)} · ${promptOf(body.prompt)[1]}`),
    h("h2", {}, h("button", { type: "button", class: "door-link", onclick: () => app.go("entry", { tips }) }, first)),
    tips.length > 1 ? h("p", {}, "Written on two devices: open it and choose.") : null,
  );
}
