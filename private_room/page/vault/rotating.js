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
  const keys = await readKeys(former.body.keys);
  const seen = new Map();
  let count = 0;
  for (let waiting = await findWaiting(vault, keys, seen); waiting.length > 0; waiting = await findWaiting(vault, keys, seen)) {
    const whole = count + waiting.length;
    for (const tips of waiting) {
      await vault.writeAll(tips.map(({ link, body }) => ({ kind: link.kind, body, at: link.at, id: link.id })));
      tell((count += 1), whole);
    }
  }
  await eraseRecord(vault, [former], { at, also: await withoutFormer(vault, seen, former.body.slot) });
  return count;
}

// What the old keys open and the fresh vault does not hold yet; erased records stay behind. `seen` holds
// each row that was looked at: another device may have sent one since.
async function findWaiting(vault, former, seen) {
  const { records } = await vault.read();
  const rows = (await vault.store.listRows()).filter(({ row }) => !seen.has(row));
  const look = async (row) => seen.set(row.row, await openRecord({ ...row, keys: former }).catch(() => null));
  await Promise.all(rows.map(look));
  const old = readChains([...seen.values()].filter(Boolean), { author: former.author });
  const written = (tips) => tips.filter(({ link, body }) => body !== null && !OF_THE_ROOM_ITSELF.has(link.kind));
  return [...old.records].filter(([id]) => !records.has(id)).map(([, tips]) => written(tips)).filter(({ length }) => length > 0);
}

// Rows and slots of the old keys go here, and from the server with the next exchange; no row goes that
// was not looked at. This device's own way in held the old keys.
async function withoutFormer({ store, keys }, seen, kept) {
  const rows = [];
  for (const row of (await store.listRows()).filter((one) => seen.has(one.row))) if (!(await isOpenedBy(keys, row))) rows.push(row.row);
  const slots = (await store.listSlots()).filter(({ slot }) => kept && slot !== kept).map(({ slot }) => slot);
  return { remove: ["lock"], drop: { rows, slots } };
}

function isOpenedBy(keys, row) {
  return openRecord({ ...row, keys }).then(Boolean, () => false);
}
