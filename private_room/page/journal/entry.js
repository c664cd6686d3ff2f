// One entry: a prompt if wanted, words, and a pointer at what could name someone. Saving seals it.
// It knows the keeper; it keeps nothing that was not saved.

import { announce, askTwice, busy, fill, h } from "../dom.js";
import { eraseRecord } from "../vault/erasing.js";
import { gentleOffer } from "../help/offer.js";
import { notPrivileged } from "./journal.js";
import { findIdentifying } from "./nudge.js";
import { promptOf, PROMPTS, STOPPED_BY } from "./prompts.js";

const PAUSE = 600;

export function showEntry(app, { tips = [] } = {}) {
  const draft = { ...(tips[0]?.body ?? { text: "", prompt: "free", stopped: "" }) };
  const hint = h("p", { class: "prompt-hint" });
  const stopped = h("div", {});
  const noticed = h("div", { class: "noticed", "aria-live": "polite" });
  const offer = gentleOffer(app);
  const text = h("textarea", { id: "entry-text", rows: 12, spellcheck: "true", autocomplete: "off", value: draft.text, oninput: look });
  let waiting = null;
  function look() {
    draft.text = text.value;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      await offer.look(text.value);
      fill(noticed, drawNoticed(findIdentifying(text.value)));
    }, PAUSE);
  }
  const choose = (key) => {
    draft.prompt = key;
    hint.textContent = promptOf(key)[2];
    fill(stopped, key === "care_not_given" ? stoppedBy(draft) : null);
  };
  choose(draft.prompt);
  const said = h("div", {});
  const keep = async () => {
    clearTimeout(waiting);
    await offer.look(text.value);
    await app.keeper.write("entry", { ...draft }, { tips });
    const isOffered = offer.isUnseen();
    app.goFrom(text, "journal", { isOffered });
    announce(isOffered ? "Kept. An offer of help is on this page." : "Kept.");
  };
  return [
    h("h1", {}, tips.length ? "An entry" : "Write something"),
    notPrivileged(),
    tips.length > 1 ? bothVersions(tips, text, look) : null,
    h("div", { class: "field" }, h("label", { for: "prompt" }, "About"), promptSelect(draft, choose)),
    hint,
    stopped,
    h("div", { class: "field" }, h("label", { for: "entry-text" }, "In my words"), text),
    noticed,
    offer.node,
    said,
    h("p", { class: "bar" }, h("button", { type: "button", class: "button main", onclick: ({ target }) => busy(target, said, keep) }, "Keep it"), tips.length ? eraseButton(app, tips) : null),
  ];
}

function promptSelect(draft, choose) {
  const select = h("select", { id: "prompt", onchange: () => choose(select.value) }, PROMPTS.map(([key, label]) => h("option", { value: key }, label)));
  select.value = draft.prompt;
  return select;
}

function stoppedBy(draft) {
  const select = h("select", { id: "stopped", onchange: () => (draft.stopped = select.value) }, STOPPED_BY.map(([key, label]) => h("option", { value: key }, label)));
  select.value = draft.stopped ?? "";
  return h("div", { class: "field" }, h("label", { for: "stopped" }, "What stopped it"), select);
}

function drawNoticed(found) {
  if (found.length === 0) return null;
  const named = found.slice(0, 5).map(({ what, kind }) => `“${what}” (${kind})`).join(", ");
  return h("p", { class: "notice" }, `This could tell who someone is: ${named}. Leave it or change it, as you like. Only this device looked.`);
}

// Two devices wrote offline: both stand here, and what is kept next takes the place of both.
function bothVersions(tips, text, look) {
  const take = (words) => () => {
    text.value = words;
    look();
    text.focus();
  };
  return h(
    "div",
    { class: "card" },
    h("p", {}, "This was written on two devices. Take one, or put them together; what you keep replaces both."),
    tips.map(({ body }, place) => h("details", { class: "quietly", open: true }, h("summary", {}, `Version ${place + 1}`), h("p", { class: "version" }, body.text), h("button", { type: "button", class: "button", onclick: take(body.text) }, "Take this one"))),
    h("button", { type: "button", class: "link", onclick: take(tips.map(({ body }) => body.text).join("\n\n")) }, "Put them together"),
  );
}

function eraseButton(app, tips) {
  const erase = async () => {
    await eraseRecord(app.keeper.vault, tips, { at: app.keeper.now() });
    await app.keeper.refresh();
    app.go("journal");
  };
  return askTwice({ words: "Erase this entry", sentence: "It cannot be brought back.", yes: "Yes, erase it", act: erase });
}
