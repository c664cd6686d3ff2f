// The locked room and its ways in: this device, a passkey, six words, the printed sheet.
// It knows which of them there are; a wrong word is said kindly and costs nothing but a second.

import { fill, h, problem } from "../dom.js";
import { askPasskey, canAsk } from "../vault/passkey.js";
import { tidyKey, unknownWords } from "../vault/phrase.js";
import { Refused } from "../vault/refusals.js";

const STOPPED = { happened: "The passkey was not used.", mend: "Try again, or use another of your ways in." };
const FIRST = { happened: "The room did not open.", mend: "Try again, or use another of your ways in." };

export function showUnlock(app, { then = "home" } = {}) {
  const said = h("div", { class: "said" });
  const ways = h("div", { class: "ways-in" }, h("p", { class: "quiet" }, "Looking for your ways in …"));
  const open = async (begin, button) => {
    button.disabled = true;
    const trouble = await begin().then(() => null, troubleOf);
    button.disabled = false;
    if (trouble) return fill(said, problem(trouble));
    app.goFrom(said, then);
  };
  listWays(app).then((kinds) => fill(ways, drawWays(app, kinds, open)));
  return [
    h("h1", {}, "Your room is locked"),
    h("p", { class: "lede" }, "What is inside is scrambled until you open it. A check-in and help work without."),
    said,
    ways,
    app.keeper.vault.author ? null : neverOpened(app),
    h("p", { class: "otherwise" }, h("button", { type: "button", class: "link", onclick: () => app.go("checkin") }, "Check in without opening it")),
  ];
}

// Brought here and not opened yet: perhaps it is the wrong file, or someone else's.
function neverOpened(app) {
  const putAway = async () => {
    await app.keeper.putAway();
    app.go("home");
  };
  return h("p", {}, "It was brought here and has never been opened here. ", h("button", { type: "button", class: "link", onclick: putAway }, "It is not mine, put it away"));
}

async function listWays({ keeper }) {
  const kinds = new Set((await keeper.listWays()).map(({ way }) => way));
  if (await keeper.vault.store.get("lock")) kinds.add("device");
  return kinds;
}

function drawWays({ keeper }, kinds, open) {
  const button = (words, begin, isMain) => h("button", { type: "button", class: isMain ? "button main" : "button", onclick: ({ target }) => open(begin, target) }, words);
  return [
    kinds.has("device") ? button("Open on this device", () => keeper.openOnDevice(), true) : null,
    kinds.has("passkey") && canAsk() ? button("Open with my passkey", () => keeper.openWithPasskey(askPasskey()), !kinds.has("device")) : null,
    kinds.has("words") ? wordsForm(keeper, open) : null,
    kinds.has("key") ? sheetForm(keeper, open) : null,
  ];
}

function wordsForm(keeper, open) {
  const hint = h("p", { class: "quiet", id: "words-hint", "aria-live": "polite" }, "In their order, with spaces between. It takes a second or two.");
  const input = h("input", { type: "text", id: "six-words", autocomplete: "off", autocapitalize: "none", spellcheck: "false", required: true, "aria-describedby": "words-hint", oninput: look });
  function look() {
    const unknown = input.value.endsWith(" ") ? unknownWords(input.value) : [];
    hint.textContent = unknown.length ? `Not one of our words: ${unknown.join(", ")}.` : "In their order, with spaces between. It takes a second or two.";
  }
  return wayForm("Open with six words", [h("label", { for: "six-words" }, "My six words"), input, hint], () => keeper.openWithWords(input.value), open);
}

function sheetForm(keeper, open) {
  const input = h("input", { type: "text", id: "sheet-key", autocomplete: "off", spellcheck: "false", required: true });
  return wayForm("Open with my printed sheet", [h("label", { for: "sheet-key" }, "The line that begins AGE-SECRET-KEY-1"), input], () => keeper.openWithSheet(tidyKey(input.value)), open);
}

function wayForm(title, fields, begin, open) {
  const submit = h("button", { type: "submit", class: "button" }, "Open");
  const send = (event) => {
    event.preventDefault();
    open(begin, submit);
  };
  return h("details", { class: "quietly" }, h("summary", {}, title), h("form", { onsubmit: send }, fields, h("p", {}, submit)));
}

function troubleOf(error) {
  if (error instanceof Refused) return error;
  return error.name === "NotAllowedError" ? STOPPED : FIRST;
}
