// New keys, for when someone else may have the old ones: everything is sealed again, with progress.
// It can be interrupted and goes on when the room is opened the next time.

import { fill, h } from "../dom.js";
import { makeKeys, writeKeys } from "../vault/keys.js";
import { makeWords } from "../vault/phrase.js";
import { beginRotation, continueRotation } from "../vault/rotating.js";
import { section } from "./way_sections.js";

export function rotateSection(app) {
  const place = h("div", {});
  const words = makeWords();
  const show = () => fill(place, h("p", {}, "These six words will be the only way in. Write them down first."), h("ol", { class: "six-words" }, words.split(" ").map((word) => h("li", {}, word))), h("button", { type: "button", class: "button main", onclick: () => rotate(app, words, place) }, "They are on paper, change my keys"));
  fill(place, h("button", { type: "button", class: "button", onclick: show }, "Change my keys"));
  return section("Someone may have my keys", h("p", {}, "Everything is sealed again for new keys, and every old way in stops working."), place);
}

async function rotate({ keeper }, words, place) {
  const fresh = await makeKeys();
  const slot = await keeper.words.seal(writeKeys(fresh), words);
  await beginRotation(keeper.vault, fresh, { slot, at: keeper.now() });
  await finishRotation(keeper, place);
  await keeper.markWay("words");
}

export async function finishRotation(keeper, place) {
  const bar = h("progress", { max: 1, value: 0, "aria-label": "Sealing again" });
  fill(place, h("p", {}, "Sealing everything again. You can close the page; it goes on the next time."), bar);
  const tell = (done, whole) => (bar.value = done / whole);
  const count = await continueRotation(keeper.vault, { at: keeper.now(), tell });
  await keeper.refresh();
  fill(place, h("p", {}, `Done: ${count} records are sealed for your new keys. Make a sheet again, and a passkey if you like.`));
}
