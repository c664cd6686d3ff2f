// For a test in Python: makes a vault's sealed files, or opens what another age program sealed.
// `node age_files.mjs make` prints JSON; `node age_files.mjs open` reads JSON from standard input.

import { readFileSync } from "node:fs";
import { makeKeys, writeKeys } from "../../private_room/page/vault/keys.js";
import { openWith, sealFor } from "../../private_room/page/vault/sealing.js";
import { openWithKey, openWithWords, sealWithWords, sealToRecipient } from "../../private_room/page/vault/slots.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";

const WORDS = "abandon ability able about above absent";
const coded = (bytes) => Buffer.from(bytes).toString("base64");
const decoded = (text) => new Uint8Array(Buffer.from(text, "base64"));

async function make() {
  const keys = await makeKeys();
  const sheet = await generateX25519Identity();
  const record = await sealFor(keys.recipient, JSON.stringify({ text: "äußerst müde" }));
  const bySheet = await sealToRecipient(keys, await identityToRecipient(sheet));
  return { ...keys, seed: undefined, words: WORDS, sheet, inside: writeKeys(keys), record: coded(record), by_words: coded(await sealWithWords(keys, WORDS)), by_sheet: coded(bySheet) };
}

async function open({ record, identity, by_words, by_key, key, words }) {
  const fromWords = await openWithWords(decoded(by_words), words);
  const fromKey = await openWithKey(decoded(by_key), key);
  return { text: await openWith(identity, decoded(record)), authors: [fromWords.author, fromKey.author] };
}

const done = process.argv[2] === "make" ? await make() : await open(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(done));
