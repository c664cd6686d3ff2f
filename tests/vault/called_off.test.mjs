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
