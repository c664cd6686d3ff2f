// What this device has opened and verified already, in one sealed file: the next opening then opens one
// file and not a thousand. It is no second truth: an entry stands for the very bytes it was made from,
// by their hash; whatever is not in it is opened and verified as always. Signed by its owner, or ignored.

import { equalBytes } from "@noble/ciphers/utils.js";
import { toBase64, toBytes, toHex } from "./bytes.js";
import { recallOpened, tellOpened } from "./envelope.js";
import { isSignedNatively, isSignedBy, signWith } from "./keys.js";
import { readingKeyOf } from "./reading_key.js";
import { openWith, sealBulk } from "./sealing.js";

export const DIGEST = "digest"; // under this name it lies in the store, and goes with what it holds
const DOMAIN = "fallow digest 1\0";
const MOST_LETTERS = 16_000_000; // a choice: what does not fit is opened one by one
export const WORTH = 32; // a choice: fewer new records than this do not make it anew

// Gives what each of these rows opened to, where the digest knows its bytes; the rest is missing from it.
export async function recall({ store, keys }, rows) {
  const entries = new Map((await readTold(store, keys).catch(() => [])).map((entry) => [entry.row, entry]));
  const told = rows.filter(({ row }) => entries.has(row));
  const sums = await listSums(told);
  const known = told.filter(({ row }, place) => entries.get(row).sum === sums[place]);
  return known.map(({ row, sealed }) => recallOpened(entries.get(row), sealed));
}

async function readTold(store, keys) {
  const sealed = await store.get(DIGEST);
  if (!sealed) return [];
  const { text, signature } = JSON.parse(await openWith(await readingKeyOf(keys), sealed));
  const message = await messageOf(text);
  const holds = (await isSignedNatively(keys.author, signature, message)) || isSignedBy(keys.author, signature, message);
  return holds ? JSON.parse(text) : [];
}

// `opened` are records, each with the sealed bytes that it came from.
export async function writeDigest({ store, keys }, opened) {
  const sums = await listSums(opened);
  const entries = [];
  let letters = 0;
  for (const [place, one] of opened.entries()) {
    const entry = JSON.stringify({ ...tellOpened(one), sum: sums[place] });
    letters += entry.length;
    if (letters > MOST_LETTERS) break;
    entries.push(entry);
  }
  const text = `[${entries.join()}]`;
  const signature = toBase64(await signWith(keys.seed)(await messageOf(text)));
  const sealed = await sealBulk(keys.recipient, JSON.stringify({ text, signature }));
  await store.exclusively(async () => {
    if ((await isStillOf(store, keys)) && (await doAllStand(store, opened))) await store.set(DIGEST, sealed);
  });
}

// Making it takes its time: what was emptied meanwhile, here or in another tab, must not come back in it.
async function doAllStand(store, opened) {
  const there = new Map((await store.listRows()).map(({ row, sealed }) => [row, sealed]));
  return opened.every(({ row, sealed }) => there.has(row) && equalBytes(there.get(row), sealed));
}

// The keys may have been changed meanwhile: nothing is kept for the old ones.
async function isStillOf(store, { author }) {
  return (await store.get("pins"))?.author === author;
}

const listSums = (list) => Promise.all(list.map(({ sealed }) => sumOf(sealed)));
const messageOf = async (text) => toBytes(DOMAIN + (await sumOf(toBytes(text))));

// The browser's own hash works beside the page, and for what is long it takes a tenth of the time.
async function sumOf(bytes) {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
