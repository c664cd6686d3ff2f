// What this device has opened and verified already, in one sealed file: the next opening then opens one
// file and not a thousand. It is no second truth: an entry stands for the very bytes it was made from,
// by their hash; whatever is not in it is opened and verified as always. Signed by its owner, or ignored.

import { sha256 } from "@noble/hashes/sha2.js";
import { hashText, toBase64, toBytes, toHex } from "./bytes.js";
import { recallOpened, tellOpened } from "./envelope.js";
import { isSignedNatively, isSignedBy, signWith } from "./keys.js";
import { readingKeyOf } from "./reading_key.js";
import { openWith, sealBulk } from "./sealing.js";

const NAME = "digest";
const DOMAIN = "fallow digest 1\0";
const MOST_LETTERS = 16_000_000; // a choice: what does not fit is opened one by one
export const WORTH = 32; // a choice: fewer new records than this do not make it anew

export function sumOf(sealed) {
  return toHex(sha256(sealed));
}

// Gives what each of these rows opened to, where the digest knows its bytes; the rest is missing from it.
export async function recall({ store, keys }, rows) {
  const told = await readTold(store, keys).catch(() => []);
  const entries = new Map(told.map((entry) => [entry.row, entry]));
  const known = rows.filter(({ row, sealed }) => entries.get(row)?.sum === sumOf(sealed));
  return known.map(({ row }) => recallOpened(entries.get(row)));
}

async function readTold(store, keys) {
  const sealed = await store.get(NAME);
  if (!sealed) return [];
  const { text, signature } = JSON.parse(await openWith(await readingKeyOf(keys), sealed));
  const message = messageOf(text);
  const holds = (await isSignedNatively(keys.author, signature, message)) || isSignedBy(keys.author, signature, message);
  return holds ? JSON.parse(text) : [];
}

// `opened` are records with the sum of the bytes each came from.
export async function writeDigest({ store, keys }, opened) {
  const entries = [];
  let letters = 0;
  for (const one of opened) {
    const entry = JSON.stringify(tellOpened(one));
    letters += entry.length;
    if (letters > MOST_LETTERS) break;
    entries.push(entry);
  }
  const text = `[${entries.join()}]`;
  const signature = toBase64(await signWith(keys.seed)(messageOf(text)));
  const sealed = await sealBulk(keys.recipient, JSON.stringify({ text, signature }));
  await store.exclusively(async () => {
    if (await doAllStand(store, opened)) await store.set(NAME, sealed);
  });
}

// Making it takes its time: what was emptied meanwhile, here or in another tab, must not come back in it.
async function doAllStand(store, opened) {
  const sums = new Map((await store.listRows()).map(({ row, sealed }) => [row, sumOf(sealed)]));
  return opened.every(({ row, sum }) => sums.get(row) === sum);
}

export function forgetDigest({ store }) {
  return store.remove(NAME);
}

const messageOf = (text) => toBytes(DOMAIN + hashText(text));
