// The lock of a passkey that was just made, from the answer that its making gave: nobody is asked twice.
// It knows the stanza fido2prf as the age package writes and reads it; a lock says in it what was asked.

import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { Stanza } from "age-encryption";
import { toBytes } from "./bytes.js";

const LABEL = "age-encryption.org/fido2prf";

// What is asked of a passkey for the lock with this nonce, in WebAuthn's own words.
export function questionOf(nonce) {
  const [first, second] = [1, 2].map((place) => concatBytes(toBytes(LABEL), Uint8Array.of(place), nonce));
  return { first, second };
}

// For one file alone: two file keys under one answer would give each other away. After it, `asking` is asked.
export function lockByAnswer({ nonce, answer, asking }) {
  let unused = answer;
  const wrapFileKey = async (fileKey) => {
    if (!unused) return asking.wrapFileKey(fileKey);
    const key = keyOf(unused);
    unused = null;
    return [new Stanza([LABEL, withoutPadding(nonce)], chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey))];
  };
  return { wrapFileKey };
}

function keyOf({ first, second }) {
  return extract(sha256, concatBytes(new Uint8Array(first), new Uint8Array(second)), toBytes(LABEL));
}

function withoutPadding(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("=", "");
}
