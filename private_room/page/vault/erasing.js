// Takes a record's text out for good: everywhere this device can reach, and a word that it was meant.
// It knows that the signed links stay, so that nobody can take a record out unnoticed.

import { forgetDigest } from "./digest.js";
import { sealWithoutBody } from "./envelope.js";

// Writes a tombstone over the record's tips and empties every earlier revision of it.
export async function eraseRecord(vault, tips, { at }) {
  await vault.write(tips[0].link.kind, null, { at, tips });
  await emptyReplaced(vault);
}

// Whatever was replaced keeps its link and loses its text; an erased record's text goes everywhere.
// Only what was verified counts: a forged record cannot have another one emptied.
export async function emptyReplaced(vault) {
  const { replaced } = await vault.read();
  await empty(vault, replaced);
}

// What another device erased, or an older export brought back, loses its text here too.
export async function emptyErased(vault) {
  const { records, replaced } = await vault.read();
  await empty(vault, replaced.filter(({ link }) => records.has(link.id) && isErasedRecord(records.get(link.id))));
}

async function empty(vault, revisions) {
  if (revisions.length === 0) return;
  await vault.store.exclusively(async () => {
    await forgetDigest(vault); // it holds their text too
    for (const one of revisions) {
      const { row, sealed } = await sealWithoutBody(one, vault.keys.recipient);
      await vault.store.putRow({ row, sealed, isSent: false });
      vault.forgetOpened(row);
    }
  });
}

export function isErasedRecord(tips) {
  return tips.every(({ body, isErased }) => body === null && !isErased);
}
