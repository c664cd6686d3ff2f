// Writes many records into this browser's vault with the page's own keeper, each at its own moment.

import { Keeper } from "../../private_room/page/keeping/keeper.js";
import { BrowserStore } from "../../private_room/page/vault/store.js";

export async function fillRoom(records) {
  const keeper = new Keeper(await BrowserStore.open(), { words: null, now: () => "2026-11-26T09:00:00.000Z" });
  await keeper.load();
  await keeper.keepOnDevice();
  for (const { kind, body, at } of records) await keeper.vault.write(kind, body, { at });
}
