// An exchange that is under way when its room is erased: it leaves nothing, here or on the server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keptKeeper, makeKeeper } from "./keepers.mjs";
import { MemoryServer } from "./memory_store.mjs";

// A server whose one call waits: `reached` once it was asked, and `answer()` lets it go on.
function waitingAt(name, server = new MemoryServer()) {
  const call = server[name].bind(server);
  const waits = new Promise((resolve) => (server.answer = resolve));
  server.reached = new Promise((resolve) => {
    server[name] = async (...given) => {
      resolve();
      await waits;
      return call(...given);
    };
  });
  return server;
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

async function expectEmpty(store) {
  assert.deepEqual(await store.listRows(), []);
  assert.deepEqual(await store.listSlots(), []);
  assert.equal(await store.get("device"), undefined);
}

for (const name of ["list", "put"]) {
  test(`erased while the server is asked to ${name}: nothing is left here or there`, async () => {
    const { keeper, store } = await keptKeeper();
    const server = (keeper.remote = waitingAt(name));
    const syncing = keeper.sync();
    await server.reached;

    const erasing = keeper.eraseRoom();
    await soon();
    server.answer();
    await erasing;
    await soon();

    assert.equal(await syncing, null);
    await expectEmpty(store);
    assert.deepEqual([server.rows.size, server.slots.size], [0, 0]);
    assert.equal(keeper.state, "new");
  });
}

test("erased while rows come down: what comes is not stored any more", async () => {
  const filled = new MemoryServer();
  const { keeper: first } = await keptKeeper();
  first.remote = filled;
  await first.sync();
  const { keeper, store } = await keptKeeper();
  const server = (keeper.remote = waitingAt("read", filled));
  const syncing = keeper.sync();
  await server.reached;

  const ending = keeper.endHere();
  server.answer();
  await ending;
  await syncing;
  await soon();

  await expectEmpty(store);
});

test("a fetch that is under way when the room is put away stores nothing", async () => {
  const filled = new MemoryServer();
  const { keeper: first } = await keptKeeper();
  first.remote = filled;
  await first.sync();
  const fresh = await makeKeeper();
  const server = waitingAt("read", filled);
  const fetching = fresh.fetchFrom(server);
  await server.reached;

  await fresh.endHere();
  server.answer();
  await fetching;
  await soon();

  assert.deepEqual(await fresh.vault.store.listRows(), []);
  assert.equal(await fresh.vault.store.get("arrived"), undefined);
});

test("a server that never answers does not keep a device from being emptied", async () => {
  const { keeper, store } = await keptKeeper();
  const server = (keeper.remote = waitingAt("put"));
  keeper.sync();
  await server.reached;

  keeper.eraseRoom();
  await soon();

  await expectEmpty(store);
});

test("a lock that is still being made when the room is erased goes nowhere", async () => {
  const { keeper } = await keptKeeper();
  keeper.words = waitingAt("seal", { seal: keeper.words.seal });
  const keeping = keeper.keepWithWords("six words that nobody ever wrote down");
  await keeper.words.reached;

  await keeper.eraseRoom();
  keeper.words.answer();

  await assert.rejects(keeping, { reason: "over" });
  await expectEmpty(keeper.vault.store);
  assert.equal(keeper.state, "new");
});

test("words that still open when the room is put away open nothing in its place", async () => {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords("six words that nobody ever wrote down");
  keeper.lock();
  keeper.words = waitingAt("open", { open: keeper.words.open });
  const opening = keeper.openWithWords("six words that nobody ever wrote down");
  await keeper.words.reached;

  await keeper.endHere();
  keeper.words.answer();

  await assert.rejects(opening);
  await expectEmpty(keeper.vault.store);
  assert.equal(keeper.state, "new");
});

test("what was written before there was a key is gone with the room, and not kept in the next one", async () => {
  const { keeper } = await keptKeeper();
  keeper.held.push({ kind: "entry", body: { text: "of the room before" }, at: keeper.now() });

  await keeper.eraseRoom();
  await keeper.keepOnDevice();

  assert.deepEqual(await keeper.list("entry"), []);
});

test("sending nothing more means at once, not after what was begun", async () => {
  const { keeper, store } = await keptKeeper();
  for (let place = 0; place < 45; place += 1) await keeper.write("entry", { text: `entry ${place}` });
  const server = (keeper.remote = waitingAt("put"));
  const syncing = keeper.sync();
  await server.reached;

  keeper.endExchange();
  server.answer();
  await syncing;
  await soon();

  assert.equal(server.rows.size, 20); // the lot that was under way
  assert.equal((await store.listRows()).length, 47); // the device, its first entry and these
});

test("two who look on while everything is sealed again do not write it twice", async () => {
  const { keeper } = await keptKeeper();
  await keeper.changeKeys("six words that nobody ever wrote down");
  const told = [];

  const counts = await Promise.all([keeper.sealAgain(() => told.push("first")), keeper.sealAgain(() => told.push("second"))]);

  assert.deepEqual(counts, [1, 1]);
  assert.deepEqual(told, ["second"]);
  await keeper.refresh();
  assert.deepEqual((await keeper.list("entry")).map((tips) => tips.length), [1]);
});

test("a readable export in the middle of a change of keys holds neither the old nor the new ones", async () => {
  const { keeper } = await keptKeeper();
  await keeper.changeKeys("six words that nobody ever wrote down");

  const { unzipSync, strFromU8 } = await import("fflate");
  const { exportRoom } = await import("../../private_room/page/keeping/archive/export.js");
  const readable = strFromU8(unzipSync(await exportRoom(keeper, { readable: true }))["readable.json"]);

  assert.doesNotMatch(readable, /AGE-SECRET-KEY|former_keys|"seed"/i);
});
