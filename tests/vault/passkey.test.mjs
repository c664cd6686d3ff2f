// A passkey as a way in, with an authenticator made here: its PRF is a keyed hash, as WebAuthn has it.

import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { beforeEach, test } from "node:test";
import { makeKeys } from "../../private_room/page/vault/keys.js";
import { askPasskey, makePasskey } from "../../private_room/page/vault/passkey.js";
import { readHeader } from "../../private_room/page/vault/sealing.js";
import { openWithPasskey, sealToPasskey } from "../../private_room/page/vault/slots.js";

const authenticator = { secret: randomBytes(32), asked: 0, answersWhenMade: true };
const answerTo = ({ first, second }) => ({ first: prf(first), second: prf(second) });
const prf = (input) => new Uint8Array(createHmac("sha256", authenticator.secret).update(input).digest()).buffer;
const credential = (told) => ({ getClientExtensionResults: () => ({ prf: told }) });

const credentials = {
  create: async ({ publicKey: { extensions } }) => {
    const answer = authenticator.answersWhenMade && extensions.prf.eval ? { results: authenticator.answer ?? answerTo(extensions.prf.eval) } : {};
    return credential({ enabled: true, ...answer });
  },
  get: async ({ publicKey: { extensions } }) => {
    authenticator.asked += 1;
    return credential({ results: answerTo(extensions.prf.eval) });
  },
};
for (const [name, value] of Object.entries({ navigator: { credentials }, location: { hostname: "localhost" } })) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}
beforeEach(() => Object.assign(authenticator, { asked: 0, answersWhenMade: true, answer: null }));

const nonceOf = (sealed) => readHeader(sealed).find((line) => line.includes("fido2prf")).split(" ")[2];

test("a passkey that answers while it is made is not asked again, and opens the room later", async () => {
  const keys = await makeKeys();
  const { recipient } = await makePasskey();

  const sealed = await sealToPasskey(keys, recipient);

  assert.equal(authenticator.asked, 0);
  assert.equal((await openWithPasskey(sealed, askPasskey())).author, keys.author);
});

test("one that does not answer while it is made is asked once", async () => {
  authenticator.answersWhenMade = false;
  const keys = await makeKeys();
  const { recipient } = await makePasskey();

  const sealed = await sealToPasskey(keys, recipient);

  assert.equal(authenticator.asked, 1);
  assert.equal((await openWithPasskey(sealed, askPasskey())).author, keys.author);
});

test("the answer serves for one lock; for the next the passkey is asked anew", async () => {
  const keys = await makeKeys();
  const { recipient } = await makePasskey();

  const locks = [await sealToPasskey(keys, recipient), await sealToPasskey(keys, recipient)];

  assert.equal(authenticator.asked, 1);
  assert.notEqual(nonceOf(locks[0]), nonceOf(locks[1]));
});

test("an answer that is no keyed hash makes no lock; the passkey is asked", async () => {
  const keys = await makeKeys();
  authenticator.answer = { first: new ArrayBuffer(0), second: new ArrayBuffer(0) };
  const { recipient } = await makePasskey();

  const sealed = await sealToPasskey(keys, recipient);

  assert.equal(authenticator.asked, 1);
  assert.equal((await openWithPasskey(sealed, askPasskey())).author, keys.author);
});
