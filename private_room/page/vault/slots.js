// The ways into a vault: each slot is an age file that holds the two private keys and nothing else.
// It knows four ways (words, sheet, passkey, this device) and refuses locks weaker than it makes.

import { Decrypter, Encrypter } from "age-encryption";
import { toText } from "./bytes.js";
import { readKeys, writeKeys } from "./keys.js";
import { tidyWords } from "./phrase.js";
import { Refused } from "./refusals.js";
import { pad, readHeader, readStanzas, sealFor } from "./sealing.js";

// scrypt work factors as powers of two: 17 takes about a second at a desk; above 20 is a trap.
export const SCRYPT = { made: 17, least: 17, most: 20 };
const WAY_BY_STANZA = { scrypt: "words", X25519: "key", "age-encryption.org/fido2prf": "passkey" };

export async function sealWithWords(keys, words) {
  return encryptWithWords(writeKeys(keys), words);
}

export async function encryptWithWords(text, words) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(tidyWords(words));
  encrypter.setScryptWorkFactor(SCRYPT.made);
  return encrypter.encrypt(pad(text));
}

export async function decryptWithWords(sealed, words) {
  checkSlot(sealed, "words");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(tidyWords(words));
  return decryptSlot(decrypter, sealed);
}

export async function openWithWords(sealed, words) {
  return readKeys(await decryptWithWords(sealed, words));
}

// For a printed sheet and for this device: sealed to an X25519 recipient.
export async function sealToRecipient(keys, recipient) {
  return sealFor(recipient, writeKeys(keys));
}

export async function openWithKey(sealed, identity) {
  checkSlot(sealed, "key");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return readKeys(await decryptSlot(decrypter, sealed));
}

// For a passkey: `recipient` and `identity` wrap the file key by the passkey's own secret.
export async function sealToPasskey(keys, recipient) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(pad(writeKeys(keys)));
}

export async function openWithPasskey(sealed, identity) {
  checkSlot(sealed, "passkey");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return readKeys(await decryptSlot(decrypter, sealed));
}

export function wayOf(sealed) {
  const stanzas = readStanzas(sealed);
  return stanzas.length === 1 ? (WAY_BY_STANZA[stanzas[0]] ?? null) : null;
}

function checkSlot(sealed, way) {
  if (wayOf(sealed) !== way) throw new Refused("slot");
  if (way !== "words") return;
  const [, , , factor] = readHeader(sealed).find((line) => line.startsWith("-> scrypt ")).split(" ");
  const logN = /^[1-9]\d?$/.test(factor) ? Number(factor) : 0;
  if (logN < SCRYPT.least || logN > SCRYPT.most) throw new Refused("weak");
}

async function decryptSlot(decrypter, sealed) {
  try {
    return toText(await decrypter.decrypt(sealed));
  } catch {
    throw new Refused("slot");
  }
}
