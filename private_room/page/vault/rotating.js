// New keys, when someone else may have the old ones: everything is sealed again for the new.
// It can be interrupted anywhere and goes on; the old keys travel inside until the last record is done.

import { readChains } from "./chain.js";
import { openRecord } from "./envelope.js";
import { eraseRecord } from "./erasing.js";
import { readKeys, writeKeys } from "./keys.js";
import { OF_THE_ROOM_ITSELF } from "./own_kinds.js";

// From here on the vault is the fresh keys' vault; `slot` holds them. All of it begins, or nothing does.
// `told` gives, by the name of that way in, what else is to be written first.
export function beginRotation(vault, fresh, { slot, at, told = () => [] }) {
  const keys = writeKeys(vault.keys);
  const records = (name) => [{ kind: "former_keys", body: { keys, slot: name }, at }, ...told(name)];
  return vault.become(fresh, { slot, at, records });
}

export function isRotating({ records }) {
  return Boolean(findFormer(records));
}

function findFormer(records) {
  return [...records.values()].flat().find(({ link, body }) => link.kind === "former_keys" && body);
}

// Gives the count of records sealed anew; `tell(done, whole)` is called after each.
export async function continueRotation(vault, { at, tell = () => {} }) {
  const { records } = await vault.read();
  const former = findFormer(records);
  if (!former) return 0;
  const waiting = await findWaiting(vault, await readKeys(former.body.keys), records);
  for (const [place, tips] of waiting.entries()) {
    await vault.writeAll(tips.map(({ link, body }) => ({ kind: link.kind, body, at: link.at, id: link.id })));
    tell(place + 1, waiting.length);
  }
  await eraseRecord(vault, [former], { at, also: await withoutFormer(vault, former.body.slot) });
  return waiting.length;
}

// What the old keys open and the fresh vault does not hold yet; erased records stay behind.
async function findWaiting(vault, former, records) {
  const rows = await vault.store.listRows();
  const opened = await Promise.all(rows.map((row) => openRecord({ ...row, keys: former }).catch(() => null)));
  const old = readChains(opened.filter(Boolean), { author: former.author });
  const written = (tips) => tips.filter(({ link, body }) => body !== null && !OF_THE_ROOM_ITSELF.has(link.kind));
  return [...old.records].filter(([id]) => !records.has(id)).map(([, tips]) => written(tips)).filter(({ length }) => length > 0);
}

// Rows and slots of the old keys go here, and from the server with the next exchange. This device's own
// way in held the old keys.
async function withoutFormer({ store, keys }, kept) {
  const rows = [];
  for (const row of await store.listRows()) if (!(await isOpenedBy(keys, row))) rows.push(row.row);
  const slots = (await store.listSlots()).filter(({ slot }) => kept && slot !== kept).map(({ slot }) => slot);
  return { remove: ["lock"], drop: { rows, slots } };
}

function isOpenedBy(keys, row) {
  return openRecord({ ...row, keys }).then(Boolean, () => false);
}
