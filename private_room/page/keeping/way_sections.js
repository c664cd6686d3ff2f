// The ways in, one section each: what there is, six words, the printed sheet, a passkey.
// Words and sheets count once their owner has typed part of them back.

import { askTwice, busy, fill, h, problem } from "../dom.js";
import { canAsk, makePasskey } from "../vault/passkey.js";
import { groupKey, makeWords, tidyKey, tidyWords } from "../vault/phrase.js";

const WAY_WORDS = { words: "Six words", key: "Another remembered device, or an old sheet", passkey: "A passkey" };
const TESTED = [2, 5]; // which of the six words are asked back, counted from one

export function section(title, ...content) {
  return h("section", { class: "card" }, h("h2", {}, title), content);
}

export function waysSection({ keeper }) {
  const list = h("ul", { class: "plain-list" });
  const here = h("p", {});
  const draw = async () => {
    const ways = await keeper.listWays();
    const canRemember = keeper.state === "open" && !(await keeper.vault.store.get("lock"));
    fill(list, ways.map((one) => h("li", { class: "field-line" }, h("span", {}, nameOf(one)), ways.length > 1 ? removeButton(keeper, one.slot, draw) : null)));
    fill(here, canRemember ? h("button", { type: "button", class: "button", onclick: () => keeper.keepOnDevice() }, "Remember this device too") : null);
  };
  draw();
  keeper.addEventListener("change", draw);
  return section("What you have", list, here, h("p", { class: "quiet" }, "A way in that you remove here is removed from the server too. The last one stays."));
}

function nameOf({ way, isSheet, isHere }) {
  if (isHere) return "This device";
  return isSheet ? "A printed sheet" : (WAY_WORDS[way] ?? "Something else");
}

function removeButton(keeper, slot, draw) {
  const act = async () => {
    await keeper.removeWay(slot);
    await draw();
  };
  return askTwice({ words: "Remove", sentence: "What it opened, it opens no more.", yes: "Yes, remove it", act });
}

export function wordsSection(app) {
  const place = h("div", {});
  const offer = () => fill(place, h("p", {}, "Six plain words, made by chance. Write them on paper, and keep it where you keep your passport. New words take the place of the old ones, which then open nothing."), h("button", { type: "button", class: "button", onclick: show }, "Make six words"));
  const show = () => {
    const words = makeWords();
    const list = h("ol", { class: "six-words" }, words.split(" ").map((word) => h("li", {}, word)));
    fill(place, list, h("p", {}, h("button", { type: "button", class: "button main", onclick: () => ask(words) }, "I have written them down")));
  };
  const ask = (words) => fill(place, wordsTest(words, { again: show, keep: () => keep(words) }));
  const keep = async (words) => {
    await app.keeper.keepWithWords(words, { isTested: true });
    fill(place, h("p", {}, "Six words are kept as a way in. They are shown nowhere any more."));
  };
  offer();
  return section("Six words", place);
}

// Two of the words are asked back; only then are they kept.
export function wordsTest(words, { again, keep, name = "word", submitWords = "Keep them" }) {
  const said = h("div", {});
  const inputs = TESTED.map((place) => h("input", { type: "text", id: `${name}-${place}`, autocomplete: "off", autocapitalize: "none", spellcheck: "false", required: true }));
  const submit = h("button", { type: "submit", class: "button main" }, submitWords);
  const check = async (event) => {
    event.preventDefault();
    const wanted = TESTED.map((place) => words.split(" ")[place - 1]);
    if (inputs.some((input, place) => tidyWords(input.value) !== wanted[place])) {
      return fill(said, problem({ happened: "These are not those two words.", mend: "Look at your paper once more." }));
    }
    await busy(submit, said, keep);
  };
  const fields = TESTED.map((place, number) => h("div", { class: "field" }, h("label", { for: `${name}-${place}` }, `Word ${place}`), inputs[number]));
  return h("form", { onsubmit: check }, h("p", {}, "Please type two of them, so that we both know they are on paper."), said, fields, h("p", { class: "field-line" }, submit, h("button", { type: "button", class: "link", onclick: again }, "Show other words")));
}

export function sheetSection(app) {
  const place = h("div", {});
  const make = async () => {
    const identity = await app.keeper.keepWithSheet();
    fill(place, drawSheet(identity), sheetTest(app, identity, () => fill(place, h("p", {}, "Your sheet works, and counts as a way in. An older sheet opens nothing any more."))));
  };
  fill(place, h("p", {}, "One line of letters on paper. It opens your room in any browser, and in the age program without Fallow. Once you have typed its end back, it takes the place of an older sheet."), h("button", { type: "button", class: "button", onclick: make }, "Make my sheet"));
  return section("A printed sheet", place);
}

function drawSheet(identity) {
  return h(
    "div",
    { class: "sheet" },
    h("p", {}, h("strong", {}, "Fallow: my recovery sheet")),
    h("p", { class: "sheet-key" }, groupKey(identity).map((group) => h("span", {}, group))),
    h("p", { class: "quiet" }, "Whoever has this line can open the room. Keep it on paper, not in a photograph."),
    h("button", { type: "button", class: "button no-print", onclick: () => window.print() }, "Print it"),
  );
}

function sheetTest({ keeper }, identity, done) {
  const said = h("div", {});
  const wanted = groupKey(identity).slice(-2).join("");
  const input = h("input", { type: "text", id: "sheet-end", autocomplete: "off", spellcheck: "false", required: true });
  const check = async (event) => {
    event.preventDefault();
    if (tidyKey(input.value) !== wanted) return fill(said, problem({ happened: "This is not how your sheet ends.", mend: "Type its last two groups, as they stand on paper." }));
    await keeper.confirmSheet(identity);
    done();
  };
  return h("form", { class: "no-print", onsubmit: check }, said, h("div", { class: "field" }, h("label", { for: "sheet-end" }, "The last two groups on your paper"), input), h("button", { type: "submit", class: "button main" }, "It is on paper"));
}

export function passkeySection({ keeper }) {
  const said = h("div", { role: "status" });
  const add = async () => {
    try {
      const passkey = await makePasskey();
      if (!passkey) return fill(said, problem({ happened: "This browser's passkeys cannot hold a key.", mend: "Use six words and a sheet instead." }));
      await keeper.keepWithPasskey(passkey);
      fill(said, h("p", {}, "The passkey is kept as a way in."));
    } catch (error) {
      fill(said, problem(error.mend ? error : { happened: "No passkey was made.", mend: "Try again when you like." }));
    }
  };
  const offer = canAsk() ? h("button", { type: "button", class: "button", onclick: add }, "Add a passkey") : h("p", {}, "This browser has none.");
  return section("A passkey", h("p", {}, "Your fingerprint, face or PIN opens the room. It is not the passkey you sign in with."), said, offer);
}
