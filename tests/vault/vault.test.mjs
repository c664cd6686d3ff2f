// The vault as its owner meets it: kept, locked, opened again, on two devices, erased, rotated.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eraseRecord, isErasedRecord } from "../../private_room/page/vault/erasing.js";
import { makeKeys } from "../../private_room/page/vault/keys.js";
import { beginRotation, continueRotation } from "../../private_room/page/vault/rotating.js";
import { openWithKey, openWithWords, sealWithWords, sealToRecipient } from "../../private_room/page/vault/slots.js";
import { syncVault } from "../../private_room/page/vault/syncing.js";
import { MemoryServer } from "./memory_store.mjs";
import { AT, onAnotherDevice, openVault, recordsOf } from "./people.mjs";

test("what was written is read again", async () => {
  const { vault } = await openVault();

  await vault.write("entry", { text: "A hard session." }, { at: AT });

  const read = await vault.read();
  assert.deepEqual(recordsOf(read, "entry")[0][0].body, { text: "A hard session." });
  assert.deepEqual(read.findings, []);
});

test("a locked vault takes a check-in and reads it once it is open", async () => {
  const { vault, keys } = await openVault();
  vault.lock();

  await vault.write("checkin", { answers: { tired: 3 } }, { at: AT });

  assert.equal(vault.state, "locked");
  assert.throws(() => vault.keys, /not the ones/);
  await vault.enter(keys, { at: AT });
  const read = await vault.read();
  assert.equal(recordsOf(read, "checkin")[0][0].link.signer, "device");
  assert.deepEqual(read.findings, []);
});

// In JavaScript each takes a millisecond and more, and a room may hold years of them.
test("what was written while locked is verified by the browser's own means", async (t) => {
  const { vault, keys } = await openVault();
  vault.lock();
  for (let place = 0; place < 5; place += 1) await vault.write("checkin", { answers: { tired: place } }, { at: AT });
  await vault.enter(keys, { at: AT });
  const verify = t.mock.method(crypto.subtle, "verify");

  const read = await vault.read();

  assert.equal(recordsOf(read, "checkin").length, 5);
  assert.equal(verify.mock.callCount(), 6); // and the record that names the device
});

test("six words open the vault, and other words do not", async () => {
  const { keys } = await openVault();
  const slot = await sealWithWords(keys, "abandon ability able about above absent");

  const opened = await openWithWords(slot, " Abandon  ability able, about above absent ");

  assert.equal(opened.author, keys.author);
  await assert.rejects(openWithWords(slot, "abandon ability able about above zoo"), { reason: "slot" });
});

test("the recovery sheet opens the vault", async () => {
  const { vault, keys, sheet } = await openVault();
  const [{ sealed }] = await vault.store.listSlots();

  assert.equal((await openWithKey(sealed, sheet)).author, keys.author);
});

test("two devices that wrote the same record offline keep both for the writer to choose", async () => {
  const { vault, keys } = await openVault();
  const server = new MemoryServer();
  const { id } = await vault.write("entry", { text: "first" }, { at: AT });
  await syncVault(vault, server);
  const other = await onAnotherDevice(keys);
  await syncVault(other, server);

  await vault.write("entry", { text: "at home" }, { at: AT, tips: (await vault.read()).records.get(id) });
  await other.write("entry", { text: "at work" }, { at: AT, tips: (await other.read()).records.get(id) });
  await syncVault(other, server);
  await syncVault(vault, server);

  const tips = (await vault.read()).records.get(id);
  assert.deepEqual(tips.map(({ body }) => body.text).sort(), ["at home", "at work"]);
  await vault.write("entry", { text: "both" }, { at: AT, tips });
  assert.equal((await vault.read()).records.get(id).length, 1);
});

test("sending twice changes nothing", async () => {
  const { vault } = await openVault();
  const server = new MemoryServer();
  await vault.write("entry", { text: "once" }, { at: AT });
  await syncVault(vault, server);
  const before = [...server.rows.keys()];

  const { sent, received } = await syncVault(vault, server);

  assert.deepEqual([sent, received], [0, 0]);
  assert.deepEqual([...server.rows.keys()], before);
});

test("an erased record leaves no text behind, here or on the server, and the chain stays whole", async () => {
  const { vault } = await openVault();
  const server = new MemoryServer();
  const { id } = await vault.write("entry", { text: "first" }, { at: AT });
  await vault.write("entry", { text: "second" }, { at: AT, tips: (await vault.read()).records.get(id) });
  await syncVault(vault, server);

  await eraseRecord(vault, (await vault.read()).records.get(id), { at: AT });
  await syncVault(vault, server);

  const read = await vault.read();
  assert.ok(isErasedRecord(read.records.get(id)));
  assert.deepEqual(read.findings, []);
  const other = await onAnotherDevice(vault.keys);
  await syncVault(other, server);
  assert.deepEqual((await other.read()).findings, []);
  assert.ok(!JSON.stringify([...(await other.read()).records]).includes("second"));
});

test("new keys take everything along, and the old ones open nothing any more", async () => {
  const { vault, keys: former } = await openVault();
  const server = new MemoryServer();
  await vault.write("entry", { text: "kept" }, { at: AT });
  await syncVault(vault, server);
  const fresh = await makeKeys();

  await beginRotation(vault, fresh, { slot: await sealToRecipient(fresh, fresh.recipient), at: AT });
  await continueRotation(vault, { at: AT });
  await syncVault(vault, server);

  assert.equal(recordsOf(await vault.read(), "entry")[0][0].body.text, "kept");
  const thief = await onAnotherDevice(former);
  await syncVault(thief, server);
  assert.deepEqual(recordsOf(await thief.read(), "entry"), []);
  assert.equal(server.slots.size, 1);
});

test("an interrupted rotation goes on where it stopped", async () => {
  const { vault } = await openVault();
  for (const text of ["one", "two", "three"]) await vault.write("entry", { text }, { at: AT });
  const fresh = await makeKeys();
  await beginRotation(vault, fresh, { slot: await sealToRecipient(fresh, fresh.recipient), at: AT });
  const stop = (done) => {
    if (done === 2) throw new Error("the power failed");
  };

  await assert.rejects(continueRotation(vault, { at: AT, tell: stop }), /power/);
  const rest = await continueRotation(vault, { at: AT });

  assert.equal(rest, 1);
  const texts = recordsOf(await vault.read(), "entry").map(([tip]) => tip.body.text);
  assert.deepEqual(texts.sort(), ["one", "three", "two"]);
});
