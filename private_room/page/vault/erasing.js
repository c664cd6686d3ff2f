// Takes a record's text out for good: everywhere this device can reach, and a word that it was meant.
// It knows that the signed links stay, so that nobody can take a record out unnoticed.

import { openRecord, sealWithoutBody } from "./envelope.js";

// Writes a tombstone over the record's tips and empties every earlier revision of it.
export async function eraseRecord(vault, tips, { at }) {
  await vault.write(tips[0].link.kind, null, { at, tips });
  await emptyReplaced(vault);
}

// Whatever was replaced keeps its link and loses its text; an erased record's text goes everywhere.
export async function emptyReplaced(vault) {
  const rows = await vault.store.listRows();
  const opened = await Promise.all(rows.map((row) => openQuietly(vault, row)));
  const replaced = new Set(opened.flatMap((one) => one?.link.replaces ?? []));
  for (const one of opened.filter((each) => each && !each.isErased && replaced.has(each.hash))) {
    const { row, sealed } = await sealWithoutBody(one, vault.keys.recipient);
    await vault.store.putRow({ row, sealed, isSent: false });
    vault.forgetOpened(row);
  }
}

async function openQuietly(vault, { row, sealed }) {
  try {
    return await openRecord({ row, sealed, keys: vault.keys });
  } catch {
    return null; // what cannot be opened is not ours to change
  }
}

export function isErasedRecord(tips) {
  return tips.every(({ body, isErased }) => body === null && !isErased);
}
