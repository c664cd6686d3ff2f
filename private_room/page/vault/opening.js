// Opens an age file with one X25519 lock, whole in memory: a third of the work that streams make of it.
// It knows the age format (age-encryption.org/v1), and only the header that one lock has. It never says
// why it did not open a file: whatever it does not open is the package's to open or to refuse.

import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { equalBytes } from "@noble/ciphers/utils.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBytes } from "./bytes.js";

const BYTES_32 = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]"; // the last of 43 letters holds four bits and two of nothing
const HEADER = new RegExp(`^(age-encryption\\.org/v1\n-> X25519 (${BYTES_32})\n(${BYTES_32})\n---) (${BYTES_32})\n$`);
const HEADER_LENGTH = 168;
const [NONCE, CHUNK] = [16, 64 * 1024 + 16];
const LOCK = toBytes("age-encryption.org/v1/X25519");
const BASE_POINT = Uint8Array.from({ length: 32 }, (_, place) => (place ? 0 : 9)); // RFC 7748, section 4.1
const ownShares = new WeakMap();

// `key` is the browser's own private key. Gives the bytes, or null.
export async function openWhole(key, sealed) {
  const header = HEADER.exec(String.fromCharCode(...sealed.subarray(0, HEADER_LENGTH)));
  if (!header || !(key instanceof CryptoKey)) return null;
  try {
    const fileKey = await unlock(key, header);
    const nonce = sealed.subarray(HEADER_LENGTH, HEADER_LENGTH + NONCE);
    return openChunks(derive(fileKey, nonce, "payload"), sealed.subarray(HEADER_LENGTH + NONCE));
  } catch {
    return null;
  }
}

async function unlock(key, [, authentic, share, lock, mac]) {
  const theirs = fromBase64(share);
  const [secret, own] = await Promise.all([agree(key, theirs), ownShareOf(key)]);
  const wrapping = hkdf(sha256, secret, concatBytes(theirs, own), LOCK, 32);
  const fileKey = chacha20poly1305(wrapping, new Uint8Array(12)).decrypt(fromBase64(lock));
  const isAuthentic = equalBytes(hmac(sha256, derive(fileKey, undefined, "header"), toBytes(authentic)), fromBase64(mac));
  if (!isAuthentic) throw new Error("header");
  return fileKey;
}

function derive(fileKey, salt, purpose) {
  return hkdf(sha256, fileKey, salt, toBytes(purpose), 32);
}

async function agree(key, share) {
  const peer = await crypto.subtle.importKey("raw", share, "X25519", false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: peer }, key, 256));
}

function ownShareOf(key) {
  if (!ownShares.has(key)) ownShares.set(key, agree(key, BASE_POINT));
  return ownShares.get(key);
}

// Each chunk says by its nonce which it is, and whether it is the last; only a lone one may be empty.
function openChunks(key, payload) {
  const count = Math.max(1, Math.ceil(payload.length / CHUNK));
  const chunks = Array.from({ length: count }, (_, place) => {
    const sealed = payload.subarray(place * CHUNK, (place + 1) * CHUNK);
    return chacha20poly1305(key, nonceOf(place, place === count - 1)).decrypt(sealed);
  });
  if (count > 1 && chunks.at(-1).length === 0) throw new Error("chunk");
  return count === 1 ? chunks[0] : concatBytes(...chunks);
}

function nonceOf(place, isLast) {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, place);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
