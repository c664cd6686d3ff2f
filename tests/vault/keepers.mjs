// Keepers for tests: an empty one, and one that keeps an entry on this device.

import { Keeper } from "../../private_room/page/keeping/keeper.js";
import { decryptWithWords, encryptWithWords } from "../../private_room/page/vault/slots.js";
import { MemoryStore } from "./memory_store.mjs";

const WORDS = { seal: encryptWithWords, open: decryptWithWords };
export const NOW = "2026-11-25T09:00:00Z";

export function makeKeeper(store = new MemoryStore(), { now = () => NOW } = {}) {
  return new Keeper(store, { words: WORDS, now }).load();
}

export async function keptKeeper({ now } = {}) {
  const store = new MemoryStore();
  const keeper = await makeKeeper(store, { ...(now && { now }) });
  await keeper.write("entry", { text: "kept" });
  await keeper.keepOnDevice();
  return { keeper, store };
}

export const textsOf = async (keeper) => (await keeper.list("entry")).map(([tip]) => tip.body.text);
