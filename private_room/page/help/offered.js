// When help was last offered on this device, so that it comes at most once a day, after a reload too.
// It is no record, is never sent, and is not there before a room is. It is sealed, always of one size,
// and sealed anew at every pause in writing: what a browser keeps cannot tell whether words worried.

import { openWith, sealFor } from "../vault/sealing.js";
import { DAY } from "./phrases.js";

const NAME = "pause";
const here = new WeakMap();

// The moment of the last offer in milliseconds, or null when that was a day ago or never.
export async function recallOffer(keeper, { now }) {
  const at = here.get(keeper) ?? (await readKept(keeper));
  return at && now - at < DAY ? at : null;
}

export async function rememberOffer(keeper, at) {
  here.set(keeper, at);
  if (keeper.state !== "open") return;
  const { keys, store } = keeper.vault;
  await store.set(NAME, await sealFor(keys.recipient, JSON.stringify({ at }))).catch(() => {});
}

async function readKept({ state, vault }) {
  const sealed = state === "open" ? await vault.store.get(NAME) : null;
  if (!sealed) return null;
  return openWith(vault.keys.identity, sealed).then((text) => JSON.parse(text).at, () => null);
}
