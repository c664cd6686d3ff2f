// What a device has verified already, in one sealed file: a faster opening, and never a second truth.

import assert from "node:assert/strict";
import { test } from "node:test";
import { writeDigest } from "../../private_room/page/vault/digest.js";
import { eraseRecord } from "../../private_room/page/vault/erasing.js";
import { makeKeys, signWith } from "../../private_room/page/vault/keys.js";
import { beginRotation, continueRotation } from "../../private_room/page/vault/rotating.js";
import { openWith, sealBulk } from "../../private_room/page/vault/sealing.js";
import { sealToRecipient } from "../../private_room/page/vault/slots.js";
import { toBase64, toBytes, hashText } from "../../private_room/page/vault/bytes.js";
import { Vault } from "../../private_room/page/vault/vault.js";
import { AT, openVault, recordsOf } from "./people.mjs";
import { withVault } from "./weakening.mjs";

const ENTRIES = 40;
const FORGED = "You agreed to the new caseload.";

async function filled() {
  const { vault, keys } = await openVault();
  for (let place = 0; place < ENTRIES; place += 1) await vault.write("entry", { text: `entry ${place}` }, { at: AT });
  await readWhole(vault);
  return { vault, keys, store: vault.store };
}

// And the digest, which nobody else waits for.
async function readWhole(vault) {
  const read = await vault.read();
  await vault.digested;
  return read;
}

async function again({ keys, store }, module = { Vault }) {
  const vault = new module.Vault(store);
  await vault.load();
  await vault.enter(keys, { at: AT });
  return vault;
}

const textsOf = (read) => recordsOf(read, "entry").flatMap((tips) => tips.map(({ body }) => body?.text)).sort();
const readDigest = async ({ keys, store }) => JSON.parse(await openWith(keys.identity, await store.get("digest")));
const sealTold = async ({ keys, store }, text, seed) => {
  const signature = toBase64(await signWith(seed)(toBytes(`fallow digest 1\0${hashText(text)}`)));
  await store.set("digest", await sealBulk(keys.recipient, JSON.stringify({ text, signature })));
};

test("the next opening opens one file, and reads the same", async (t) => {
  const full = await filled();
  const before = await full.vault.read();
  const vault = await again(full);
  const derive = t.mock.method(crypto.subtle, "deriveBits");

  const read = await vault.read();

  assert.ok(derive.mock.callCount() < ENTRIES, `${derive.mock.callCount()} openings`);
  assert.deepEqual(textsOf(read), textsOf(before));
  assert.deepEqual(read.heads, before.heads);
  assert.deepEqual(read.findings, []);
});

test("what was written since is opened and verified as always", async () => {
  const full = await filled();
  await full.vault.write("entry", { text: "written since" }, { at: AT });

  const read = await (await again(full)).read();

  assert.equal(textsOf(read).length, ENTRIES + 1);
  assert.deepEqual(read.findings, []);
});

test("it is sealed where it lies, in whole multiples of 64 KiB", async () => {
  const { store } = await filled();

  const sealed = await store.get("digest");

  assert.ok(!Buffer.from(sealed).toString("latin1").includes("entry 7"));
  const header = Buffer.from(sealed).indexOf("\n", Buffer.from(sealed).indexOf("\n--- ") + 1) + 1;
  assert.equal((sealed.length - header - 16) % (65536 + 16), 0); // age: a nonce of 16, then 16 for each 64 KiB
});

test("a damaged digest is left aside, and everything is opened as always", async () => {
  const full = await filled();
  const sealed = await full.store.get("digest");
  await full.store.set("digest", sealed.map((byte, place) => (place === sealed.length >> 1 ? byte ^ 1 : byte)));

  const read = await (await again(full)).read();

  assert.equal(textsOf(read).length, ENTRIES);
  assert.deepEqual(read.findings, []);
});

// Anyone who knows the reading key's public half can seal such a file; only its owner can sign it.
async function forgedIsRead(patches) {
  const full = await filled();
  const { text } = await readDigest(full);
  await sealTold(full, text.replaceAll("entry 7", FORGED), (await makeKeys()).seed);
  return withVault(patches, async (m) => textsOf(await (await again(full, m)).read()).includes(FORGED));
}

test("a forged digest is refused", async () => {
  assert.equal(await forgedIsRead([]), false);
});

test("without its signature checked, a forged digest would be read", async () => {
  assert.equal(await forgedIsRead([["digest.js", "return holds ? JSON.parse(text) : [];", "return JSON.parse(text);"]]), true);
});

// The bytes of one row are swapped for another's; an older digest must not speak for them.
async function swapGoesUnnoticed(patches) {
  const full = await filled();
  const [first, second] = (await full.store.listRows()).slice(1);
  await full.store.putRow({ ...first, sealed: second.sealed });
  return withVault(patches, async (m) => (await (await again(full, m)).read()).findings.length === 0);
}

test("a row whose bytes changed is opened itself, and what is wrong with it is said", async () => {
  assert.equal(await swapGoesUnnoticed([]), false);
});

test("without the sum of its bytes, a changed row would go unnoticed", async () => {
  assert.equal(await swapGoesUnnoticed([["digest.js", "entries.get(row).sum === sums[place]", "true"]]), true);
});

test("an erased text is in no digest, then or later", async () => {
  const full = await filled();
  const [tips] = recordsOf(await full.vault.read(), "entry").filter(([tip]) => tip.body.text === "entry 7");

  await eraseRecord(full.vault, tips, { at: AT });

  assert.equal(await full.store.get("digest"), undefined);
  await readWhole(await again(full));
  assert.ok(!(await readDigest(full)).text.includes('"entry 7"'));
});

test("new keys make it anew, and the old one is gone", async () => {
  const full = await filled();
  const fresh = await makeKeys();
  await beginRotation(full.vault, fresh, { slot: await sealToRecipient(fresh, fresh.recipient), at: AT });
  assert.equal(await full.store.get("digest"), undefined);

  await continueRotation(full.vault, { at: AT });
  await readWhole(await again({ keys: fresh, store: full.store }));

  assert.ok((await readDigest({ keys: fresh, store: full.store })).text.includes('"entry 7"'));
  const read = await (await again({ keys: fresh, store: full.store })).read();
  assert.equal(textsOf(read).length, ENTRIES);
  assert.deepEqual(read.findings, []);
});

test("a digest that was still being made when an entry was erased is not kept", async () => {
  const { vault, store } = await filled();
  const { records } = await vault.read();
  const [[first]] = recordsOf({ records }, "entry");
  const opened = (await store.listRows()).map(({ row }) => ({ ...vault.openedAt(row) }));
  await eraseRecord(vault, [first], { at: AT });

  await writeDigest(vault, opened);

  assert.equal(await store.get("digest"), undefined);
});

test("a digest that was still being made when the keys were changed is not kept", async () => {
  const { vault, keys, store } = await filled();
  const opened = (await store.listRows()).map(({ row }) => vault.openedAt(row));
  const fresh = await makeKeys();
  await beginRotation(vault, fresh, { slot: await sealToRecipient(fresh, fresh.recipient), at: AT });

  await writeDigest({ store, keys }, opened);

  assert.equal(await store.get("digest"), undefined);
});
