// What a browser keeps of an offer of help: enough for once a day, and nothing that tells of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { recallOffer, rememberOffer } from "../../private_room/page/help/offered.js";
import { Keeper } from "../../private_room/page/keeping/keeper.js";
import { MemoryStore } from "./memory_store.mjs";

const NOW = Date.UTC(2026, 10, 25, 9);
const DAY = 24 * 60 * 60 * 1000;

const makeKeeper = (store) => new Keeper(store, { words: null, now: () => "2026-11-25T09:00:00Z" }).load();

async function openRoom(store = new MemoryStore()) {
  const keeper = await makeKeeper(store);
  await keeper.keepOnDevice();
  return keeper;
}

async function reload({ vault }) {
  const keeper = await makeKeeper(vault.store);
  await keeper.openOnDevice();
  return keeper;
}

test("an offer is remembered for a day, after a reload too", async () => {
  const keeper = await openRoom();
  await rememberOffer(keeper, NOW);

  const later = await reload(keeper);

  assert.equal(await recallOffer(later, { now: NOW + DAY - 1 }), NOW);
  assert.equal(await recallOffer(later, { now: NOW + DAY }), null);
});

test("what is kept is of one size and unreadable, whether help was offered or not", async () => {
  const keeper = await openRoom();
  const kept = [];
  for (const at of [null, NOW]) {
    await rememberOffer(keeper, at);
    kept.push(await keeper.vault.store.get("pause"));
  }

  assert.equal(kept[0].length, kept[1].length);
  assert.ok(!kept.some((sealed) => Buffer.from(sealed).includes(String(NOW))));
});

test("a locked room does not tell of an offer, and no record is made of it", async () => {
  const keeper = await openRoom();
  const before = await keeper.vault.store.listRows();
  await rememberOffer(keeper, NOW);

  const later = await makeKeeper(keeper.vault.store);

  assert.equal(await recallOffer(later, { now: NOW }), null);
  assert.deepEqual(await keeper.vault.store.listRows(), before);
});

test("before anything is kept, an offer is remembered on the open page alone", async () => {
  const store = new MemoryStore();
  const keeper = await makeKeeper(store);
  await rememberOffer(keeper, NOW);

  assert.equal(await recallOffer(keeper, { now: NOW }), NOW);
  assert.equal(await store.get("pause"), undefined);
});
