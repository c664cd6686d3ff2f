// New keys, when someone else may have the old ones: everything is sealed again for the new.
// It can be interrupted anywhere and goes on; the old keys travel inside until the last record is done.

import { readChains } from "./chain.js";
import { openRecord } from "./envelope.js";
import { eraseRecord } from "./erasing.js";
import { readKeys, writeKeys } from "./keys.js";
import { OF_THE_ROOM_ITSELF } from "./own_kinds.js";
import { openWith, sealFor } from "./sealing.js";

// From here on the vault is the fresh keys' vault; `slot` holds them and is kept before anything else.
// Gives the name of that way in.
export async function beginRotation(vault, fresh, { slot, at }) {
  const former = writeKeys(vault.keys);
  const kept = await vault.addSlot(slot);
  await vault.store.set("rotation", { slot: kept, former: await sealFor(fresh.recipient, former) });
  await vault.become(fresh, { at, former });
  return kept;
}

// Gives the count of records sealed anew, or null where the fresh keys never held; `tell(done, whole)` is called after each.
export async function continueRotation(vault, { at, tell = () => {} }) {
  if (!(await isBegun(vault, { at }))) return null;
  const { records } = await vault.read();
  const [former] = listFormer(records);
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

// Interrupted before the fresh keys held, nothing has changed: their way in is taken back. Interrupted
// just after, the old keys lie in what was kept at the start, and are written down now.
async function isBegun(vault, { at }) {
  const rotation = await vault.store.get("rotation");
  if (!rotation) return true; // begun on another device, if at all
  const former = await openWith(vault.keys.identity, rotation.former).catch(() => null);
  if (former === null) {
    await vault.store.removeSlot(rotation.slot);
    await vault.store.remove("rotation");
    return false;
  }
  if (listFormer((await vault.read()).records).length === 0) await vault.write("former_keys", { keys: former }, { at });
  return true;
}

function listFormer(records) {
  return [...records.values()].flat().filter(({ link, body }) => link.kind === "former_keys" && body);
}

// What the old keys open and the fresh vault does not hold yet; erased records stay behind.
async function findWaiting(vault, former, records) {
  const rows = await vault.store.listRows();
  const opened = await Promise.all(rows.map((row) => openRecord({ ...row, keys: former }).catch(() => null)));
  const old = readChains(opened.filter(Boolean), { author: former.author });
  return [...old.records.values()]
    .filter((tips) => tips.length > (records.get(tips[0].link.id)?.length ?? 0))
    .flatMap((tips) => tips.slice(records.get(tips[0].link.id)?.length ?? 0))
    .filter(({ link, body }) => body !== null && !OF_THE_ROOM_ITSELF.has(link.kind));
}

// Rows and slots of the old keys go here, and from the server with the next exchange.
async function dropFormer(vault) {
  const { store, keys } = vault;
  for (const row of await store.listRows()) {
    const isFresh = await openRecord({ ...row, keys }).then(Boolean, () => false);
    if (!isFresh) await store.removeRow(row.row);
  }
  await store.remove("lock"); // this device's own way in held the old keys
  const { slot: kept } = (await store.get("rotation")) ?? {};
  for (const { slot } of await store.listSlots()) if (kept && slot !== kept) await store.removeSlot(slot);
}
