// New keys, when someone else may have the old ones: everything is sealed again for the new.
// It can be interrupted anywhere and goes on; the old keys travel inside until the last record is done.

import { readChains } from "./chain.js";
import { openRecord } from "./envelope.js";
import { eraseRecord } from "./erasing.js";
import { readKeys, writeKeys } from "./keys.js";

const OF_ONE_VAULT = new Set(["device", "heads", "former_keys", "ways"]);

// From here on the vault is the fresh keys' vault; `slot` holds them and is kept before anything else.
export async function beginRotation(vault, fresh, { slot, at }) {
  const former = writeKeys(vault.keys);
  const kept = await vault.addSlot(slot);
  await vault.store.set("rotation", { slot: kept });
  await vault.become(fresh, { at, former });
}

// Gives the count of records sealed anew; `tell(done, whole)` is called after each.
export async function continueRotation(vault, { at, tell = () => {} }) {
  const { records } = await vault.read();
  const [former] = [...records.values()].flat().filter(({ link, body }) => link.kind === "former_keys" && body);
  if (!former) return 0;
  const waiting = await findWaiting(vault, await readKeys(former.body.keys), records);
  for (const [place, { link, body }] of waiting.entries()) {
    await vault.write(link.kind, body, { at: link.at, id: link.id });
    tell(place + 1, waiting.length);
  }
  await dropFormer(vault);
  await eraseRecord(vault, [former], { at });
  await vault.store.remove("rotation");
  return waiting.length;
}

// What the old keys open and the fresh vault does not hold yet; erased records stay behind.
async function findWaiting(vault, former, records) {
  const rows = await vault.store.listRows();
  const opened = await Promise.all(rows.map((row) => openRecord({ ...row, keys: former }).catch(() => null)));
  const old = readChains(opened.filter(Boolean), { author: former.author });
  return [...old.records.values()]
    .filter((tips) => tips.length > (records.get(tips[0].link.id)?.length ?? 0))
    .flatMap((tips) => tips.slice(records.get(tips[0].link.id)?.length ?? 0))
    .filter(({ link, body }) => body !== null && !OF_ONE_VAULT.has(link.kind));
}

// Rows and slots of the old keys go here, and from the server with the next exchange.
async function dropFormer(vault) {
  const { store, keys } = vault;
  for (const row of await store.listRows()) {
    const isFresh = await openRecord({ ...row, keys }).then(Boolean, () => false);
    if (!isFresh) await store.removeRow(row.row);
  }
  const { slot: kept } = (await store.get("rotation")) ?? {};
  for (const { slot } of await store.listSlots()) if (kept && slot !== kept) await store.removeSlot(slot);
}
