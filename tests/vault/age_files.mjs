// For a test in Python: makes a vault's sealed files, or opens what another age program sealed.
// `make` and `export` print JSON; `open` and `restore` read JSON from standard input and print it.

import { readFileSync } from "node:fs";
import { makeKeys, writeKeys } from "../../private_room/page/vault/keys.js";
import { exportRoom } from "../../private_room/page/keeping/archive/export.js";
import { readExport } from "../../private_room/page/keeping/archive/reading.js";
import { openWith, sealFor } from "../../private_room/page/vault/sealing.js";
import { openWithKey, openWithWords, sealWithWords, sealToRecipient } from "../../private_room/page/vault/slots.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { keptKeeper, makeKeeper, textsOf } from "./keepers.mjs";

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

// A whole room in one file, as its owner exports it, with two ways in that work elsewhere.
async function exportAll() {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords(WORDS, { isTested: true });
  const sheet = await keeper.keepWithSheet();
  await keeper.confirmSheet(sheet);
  return { zip: coded(await exportRoom(keeper, { readable: false })), words: WORDS, sheet, texts: await textsOf(keeper) };
}

async function restore({ zip, sheet }) {
  const keeper = await makeKeeper();
  await keeper.restore(await readExport(new Blob([decoded(zip)])));
  await keeper.openWithSheet(sheet);
  return { texts: await textsOf(keeper), findings: (await keeper.read()).findings };
}

const given = () => JSON.parse(readFileSync(0, "utf8"));
const WORK = { make, export: exportAll, open: () => open(given()), restore: () => restore(given()) };
process.stdout.write(JSON.stringify(await WORK[process.argv[2]]()));
