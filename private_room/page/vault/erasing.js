// Takes a record's text out for good: everywhere this device can reach, and a word that it was meant.
// It knows that the signed links stay, so that nobody can take a record out unnoticed.

import { together } from "./changes.js";
import { DIGEST } from "./digest.js";
import { sealWithoutBody } from "./envelope.js";

// Writes a tombstone over the record's tips and empties every earlier revision of it, in one moment.
// `also` is a change that is kept with it.
export async function eraseRecord(vault, tips, { at, also = {} }) {
  const { replaced } = await vault.read();
  const gone = [...replaced, ...tips];
  const emptied = await emptying(gone, vault.keys);
  await vault.write(tips[0].link.kind, null, { at, tips, also: together(emptied, also) });
  forget(vault, gone);
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
  await vault.exclusively(async () => vault.store.keep(await emptying(revisions, vault.keys)));
  forget(vault, revisions);
}

// The digest holds their text too.
async function emptying(revisions, { recipient }) {
  const emptied = async (one) => {
    const { row, sealed } = await sealWithoutBody(one, recipient);
    return { row, sealed, isSent: false, seq: one.link.seq };
  };
  return { rows: await Promise.all(revisions.map(emptied)), remove: [DIGEST] };
}

function forget(vault, revisions) {
  for (const { row } of revisions) vault.forgetOpened(row);
}

export function isErasedRecord(tips) {
  return tips.every(({ body, isErased }) => body === null && !isErased);
}
