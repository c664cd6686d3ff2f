// The two private keys of one person: X25519 to read, Ed25519 to sign. Nothing else is a secret.
// It knows how they are spelled inside a slot; it knows no slot and no record.

import { ed25519 } from "@noble/curves/ed25519.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { fromBase64, toBase64 } from "./bytes.js";
import { Refused } from "./refusals.js";

const VERSION = 1;

export async function makeKeys() {
  const identity = await generateX25519Identity();
  return completeKeys(identity, ed25519.utils.randomSecretKey());
}

async function completeKeys(identity, seed) {
  const author = toBase64(ed25519.getPublicKey(seed));
  return { identity, seed, author, recipient: await identityToRecipient(identity) };
}

// The text that a slot seals: the two private keys and nothing else.
export function writeKeys({ identity, seed }) {
  return JSON.stringify({ v: VERSION, identity, seed: toBase64(seed) });
}

export async function readKeys(text) {
  const told = parse(text);
  const fits = told?.v === VERSION && typeof told.identity === "string" && typeof told.seed === "string";
  if (!fits || Object.keys(told).length !== 3) throw new Refused("slot");
  const seed = fromBase64(told.seed);
  if (seed.length !== 32 || !told.identity.startsWith("AGE-SECRET-KEY-1")) throw new Refused("slot");
  return completeKeys(told.identity, seed);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function signWith(seed) {
  return async (message) => ed25519.sign(message, seed);
}

export function isSignedBy(verifyingKey, signature, message) {
  try {
    return ed25519.verify(fromBase64(signature), message, fromBase64(verifyingKey), { zip215: false });
  } catch {
    return false;
  }
}

// The browser's own Ed25519 is many times faster; where it has none, or says no, `isSignedBy` decides.
const imported = new Map();

export async function isSignedNatively(verifyingKey, signature, message) {
  try {
    if (!imported.has(verifyingKey)) {
      imported.set(verifyingKey, crypto.subtle.importKey("raw", fromBase64(verifyingKey), "Ed25519", false, ["verify"]));
    }
    return await crypto.subtle.verify("Ed25519", await imported.get(verifyingKey), fromBase64(signature), message);
  } catch {
    return false;
  }
}

// A device's own key: it signs while the vault is locked, and cannot be taken out of the browser.
export async function makeDeviceKey() {
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const verifying = toBase64(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  return { signing: pair.privateKey, verifying };
}

export function signOnDevice(signing) {
  return async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", signing, message));
}
