// The reading key as the browser's own: the same key, not to be taken out, and never a mixed one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeKeys } from "../../private_room/page/vault/keys.js";
import { readingKeyOf } from "../../private_room/page/vault/reading_key.js";
import { openWith, sealFor } from "../../private_room/page/vault/sealing.js";

for (const turn of [1, 2, 3, 4, 5]) {
  test(`it opens what was sealed for the line of its owner (keys ${turn})`, async () => {
    const keys = await makeKeys();

    const key = await readingKeyOf(keys);

    assert.ok(key instanceof CryptoKey);
    assert.equal(key.extractable, false);
    assert.equal((await openWith(key, await sealFor(keys.recipient, '"kept"'))).trim(), '"kept"');
  });
}

test("a line that belongs to another recipient is not made into a key", async () => {
  const [ada, zed] = [await makeKeys(), await makeKeys()];

  assert.equal(await readingKeyOf({ ...ada, recipient: zed.recipient }), ada.identity);
});

test("where the browser has no such key the line opens", async (t) => {
  t.mock.method(crypto.subtle, "importKey", () => Promise.reject(new DOMException("no", "NotSupportedError")));
  const keys = await makeKeys();

  assert.equal(await readingKeyOf(keys), keys.identity);
});
