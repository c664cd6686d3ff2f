// The keeper: a first record before any key, every way in, and a device that was lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openRecord } from "../../private_room/page/vault/envelope.js";
import { eraseRecord } from "../../private_room/page/vault/erasing.js";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { makeKeeper, NOW, textsOf } from "./keepers.mjs";
import { MemoryServer, MemoryStore } from "./memory_store.mjs";

test("a first record needs no key, and is kept once its writer says so", async () => {
  const keeper = await makeKeeper();
  await keeper.write("entry", { text: "before any key" });
  assert.equal(keeper.state, "new");

  await keeper.keepOnDevice();

  assert.equal(keeper.state, "open");
  assert.deepEqual(await textsOf(keeper), ["before any key"]);
});

test("what was not kept is gone with the page", async () => {
  const store = new MemoryStore();
  const keeper = await makeKeeper(store);

  await keeper.write("entry", { text: "not kept" });

  assert.deepEqual(await store.listRows(), []);
  assert.deepEqual((await makeKeeper(store)).held, []);
});

test("this device opens the room again by itself", async () => {
  const store = new MemoryStore();
  const keeper = await makeKeeper(store);
  await keeper.write("entry", { text: "kept" });
  await keeper.keepOnDevice();

  const later = await makeKeeper(store);
  assert.equal(later.state, "locked");
  await later.openOnDevice();

  assert.deepEqual(await textsOf(later), ["kept"]);
});

test("a lost phone: the six words open everything in a fresh browser", async () => {
  const [phone, server, words] = [await makeKeeper(), new MemoryServer(), makeWords()];
  await phone.write("entry", { text: "on the phone" });
  await phone.keepOnDevice();
  await phone.keepWithWords(words);
  phone.remote = server;
  await phone.sync();

  const fresh = await makeKeeper();
  await fresh.fetchFrom(server);
  await assert.rejects(fresh.openWithWords("six other words than these ones"), { reason: "slot" });
  await fresh.openWithWords(words);

  assert.deepEqual(await textsOf(fresh), ["on the phone"]);
});

test("the printed sheet opens everything in a fresh browser", async () => {
  const [phone, server] = [await makeKeeper(), new MemoryServer()];
  await phone.write("entry", { text: "on the phone" });
  await phone.keepOnDevice();
  const sheet = await phone.keepWithSheet();
  phone.remote = server;
  await phone.sync();

  const fresh = await makeKeeper();
  await fresh.fetchFrom(server);
  await fresh.openWithSheet(sheet);

  assert.deepEqual(await textsOf(fresh), ["on the phone"]);
});

test("with every way lost nothing opens", async () => {
  const [phone, server] = [await makeKeeper(), new MemoryServer()];
  await phone.write("entry", { text: "on the phone" });
  await phone.keepOnDevice();
  phone.remote = server;
  await phone.sync();

  const fresh = await makeKeeper();
  await fresh.fetchFrom(server);

  await assert.rejects(fresh.openOnDevice(), { reason: "slot" });
});

test("what one device erased loses its text on the other too", async () => {
  const [phone, server, words] = [await makeKeeper(), new MemoryServer(), makeWords()];
  await phone.write("entry", { text: "to be erased" });
  await phone.keepOnDevice();
  await phone.keepWithWords(words);
  phone.remote = server;
  await phone.sync();
  const desk = await makeKeeper();
  await desk.fetchFrom(server);
  await desk.openWithWords(words);
  const [tips] = await desk.list("entry");

  await eraseRecord(phone.vault, (await phone.list("entry"))[0], { at: NOW });
  await phone.sync();
  await desk.sync();

  const { sealed } = (await desk.vault.store.listRows()).find(({ row }) => row === tips[0].row);
  assert.equal((await openRecord({ row: tips[0].row, sealed, keys: desk.vault.keys })).body, null);
  assert.deepEqual((await desk.read()).findings, []);
});

test("a room that is locked lists nothing and takes a check-in", async () => {
  const keeper = await makeKeeper();
  await keeper.keepOnDevice();
  keeper.lock();

  await keeper.write("checkin", { answers: {} });

  await assert.rejects(keeper.list("checkin"), { reason: "keys" });
  await keeper.openOnDevice();
  assert.equal((await keeper.list("checkin")).length, 1);
});
