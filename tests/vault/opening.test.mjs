// A file opened whole: the bytes that it was sealed from, and nothing of a file that is not as it should be.
// The vectors are the age testkit (C2SP/CCTV); each says what is to become of it, and the hash of what it holds.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { identityToRecipient } from "age-encryption";
import * as testkit from "cctv-age";
import { makeKeys } from "../../private_room/page/vault/keys.js";
import { openWhole } from "../../private_room/page/vault/opening.js";
import { readingKeyOf } from "../../private_room/page/vault/reading_key.js";
import { pad, sealBulk, sealFor } from "../../private_room/page/vault/sealing.js";

function readVector([name, bytes]) {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const head = Buffer.from(bytes.subarray(0, end)).toString();
  const { expect, payload, identity, compressed, armored, passphrase } = Object.fromEntries(head.split("\n").map((line) => line.split(": ")));
  const rest = bytes.subarray(end + 2);
  return { name, expect, payload, identity, isOurs: !armored && !passphrase, sealed: compressed ? inflateSync(rest) : rest };
}

const isX25519 = ({ identity, isOurs }) => isOurs && identity?.startsWith("AGE-SECRET-KEY-1");
const VECTORS = Object.entries(testkit).map(readVector).filter(isX25519);
// Sound as well, but with other stanzas beside the lock, or with none of this page's form: for the package.
const LEFT_TO_THE_PACKAGE = ["stanza_empty_body", "stanza_empty_last_line", "stanza_valid_characters", "x25519_grease", "x25519_multiple_recipients"];

async function openVector({ identity, sealed }) {
  const key = await readingKeyOf({ identity, recipient: await identityToRecipient(identity) });
  return openWhole(key, new Uint8Array(sealed));
}

test("what the testkit calls sound gives the bytes that it says", async () => {
  const sound = VECTORS.filter(({ expect, name }) => expect === "success" && !LEFT_TO_THE_PACKAGE.includes(name));

  for (const vector of sound) {
    const opened = await openVector(vector);
    assert.ok(opened, vector.name);
    assert.equal(createHash("sha256").update(opened).digest("hex"), vector.payload, vector.name);
  }
  assert.equal(sound.length, 9);
});

for (const vector of VECTORS.filter(({ expect, name }) => expect !== "success" || LEFT_TO_THE_PACKAGE.includes(name))) {
  test(`it does not open ${vector.name} (${vector.expect})`, async () => {
    assert.equal(await openVector(vector), null);
  });
}

test("each thing that this page seals is opened this way", async () => {
  const keys = await makeKeys();
  const key = await readingKeyOf(keys);

  for (const letters of [2, 1024, 5_000, 70_000, 200_000]) {
    const text = JSON.stringify("ä".repeat(letters / 2));
    assert.equal(Buffer.from(await openWhole(key, await sealFor(keys.recipient, text))).toString(), pad(text));
    assert.equal(Buffer.from(await openWhole(key, await sealBulk(keys.recipient, text))).toString().trim(), text);
  }
});

test("a record with one bit changed, anywhere, is not opened", async () => {
  const keys = await makeKeys();
  const key = await readingKeyOf(keys);
  const sealed = await sealFor(keys.recipient, '"kept"');

  for (let place = 0; place < sealed.length; place += 1) {
    const changed = sealed.with(place, sealed[place] ^ 1);
    assert.equal(await openWhole(key, changed), null, `byte ${place}`);
  }
});

test("another's key, or one that is only a line, opens nothing this way", async () => {
  const [ada, zed] = [await makeKeys(), await makeKeys()];
  const sealed = await sealFor(ada.recipient, '"kept"');

  assert.equal(await openWhole(await readingKeyOf(zed), sealed), null);
  assert.equal(await openWhole(ada.identity, sealed), null);
});
