// After a room came into a new browser: the newest day it holds, for its owner to compare with memory.
// It knows the keeper; a browser that has seen nothing before cannot notice an old state, and says so.

import { h } from "../dom.js";
import { OF_THE_ROOM_ITSELF } from "../vault/own_kinds.js";
import { dayWords } from "../words.js";

const FROM = { export: "your export", copy: "the copy on the server" };

export async function newestCard({ keeper }) {
  const { store } = keeper.vault;
  const arrived = await store.get("arrived");
  if (!arrived) return null;
  const card = h("div", { class: "card" });
  const known = async () => {
    await store.remove("arrived");
    card.remove();
  };
  card.append(
    h("p", {}, h("strong", {}, newestWords(await keeper.read())), ` It came from ${FROM[arrived]}. This browser saw none of it before, so it cannot notice whether something newer is missing.`),
    h("button", { type: "button", class: "button", onclick: known }, "That is the newest I remember"),
    h("p", { class: "quiet" }, "If you remember something newer, look for a later export, or for a device that has it. Erase nothing there."),
  );
  return card;
}

function newestWords({ records }) {
  const times = [...records.values()].flat().filter(({ link, body }) => !OF_THE_ROOM_ITSELF.has(link.kind) && body !== null).map(({ link }) => link.at);
  return times.length ? `The newest entry here is from ${dayWords(times.sort().at(-1))}.` : "This room holds nothing that you wrote.";
}
