// Seals text into an age file for one reader, padded so that its length says little, and opens it.
// It knows the age format (age-encryption.org/v1) and sizes; it knows nothing of what is written.

import { Decrypter, Encrypter } from "age-encryption";
import { toBytes, toText } from "./bytes.js";
import { openWhole } from "./opening.js";
import { Refused } from "./refusals.js";

const KIB = 1024;
// Sizes of the trust model: 1, 4, 16 and 64 KiB, then whole multiples of 64 KiB.
const BUCKETS = [KIB, 4 * KIB, 16 * KIB, 64 * KIB];
const MOST = 1024 * KIB;
const SPACE = 0x20;

// Spaces after JSON mean nothing, so an opened file is still plain JSON for any other program.
export function pad(text) {
  const length = toBytes(text).length;
  const bucket = BUCKETS.find((size) => length <= size) ?? Math.ceil(length / (64 * KIB)) * 64 * KIB;
  if (bucket > MOST) throw new Refused("size");
  return text + " ".repeat(bucket - length);
}

export async function sealFor(recipient, text) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(pad(text));
}

// For much at once, and for this device alone: in whole multiples of the largest size.
export async function sealBulk(recipient, text) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = toBytes(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / BUCKETS.at(-1)) * BUCKETS.at(-1)).fill(SPACE);
  padded.set(bytes);
  return encrypter.encrypt(padded);
}

export async function openWith(identity, sealed) {
  const bytes = (await openWhole(identity, sealed)) ?? (await openByPackage(identity, sealed));
  try {
    return toText(bytes);
  } catch {
    throw new Refused("unreadable");
  }
}

async function openByPackage(identity, sealed) {
  if (readStanzas(sealed).join() !== "X25519") throw new Refused("reader");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed).catch(() => {
    throw new Refused("unreadable");
  });
}

// The kinds of locks in an age header, in order. A file for one reader has exactly one.
export function readStanzas(sealed) {
  return readHeader(sealed)
    .filter((line) => line.startsWith("-> "))
    .map((line) => line.split(" ")[1])
    .filter((kind) => !kind.endsWith("-grease"));
}

export function readHeader(sealed) {
  const head = new TextDecoder("latin1").decode(sealed.subarray(0, 4 * KIB));
  const end = head.indexOf("\n--- ");
  if (!head.startsWith("age-encryption.org/v1\n") || end < 0) throw new Refused("form");
  return head.slice(0, end).split("\n");
}
