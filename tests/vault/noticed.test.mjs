// What an exchange notices: a server that lost records, and one that keeps another room by now.

import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetLost, readNoticed } from "../../private_room/page/keeping/noticed.js";
import { keepsAnother } from "../../private_room/page/vault/syncing.js";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { continueRotation } from "../../private_room/page/vault/rotating.js";
import { keptKeeper, makeKeeper, NOW, textsOf } from "./keepers.mjs";
import { MemoryServer } from "./memory_store.mjs";

async function copied() {
  const { keeper, store } = await keptKeeper();
  const server = new MemoryServer();
  const words = makeWords();
  await keeper.keepWithWords(words);
  keeper.remote = server;
  await keeper.sync();
  return { keeper, store, server, words };
}

async function onDesk({ server, words }) {
  const desk = await makeKeeper();
  await desk.fetchFrom(server);
  await desk.openWithWords(words);
  await desk.sync();
  return desk;
}

async function changeKeys(keeper) {
  await keeper.changeKeys(makeWords());
  await keeper.sync(); // the server meets the new keys while the old rows are still there
  await continueRotation(keeper.vault, { at: NOW });
  await keeper.sync();
}

test("nothing is noticed where nothing is wrong", async () => {
  const { keeper, store } = await copied();

  await keeper.sync();

  assert.deepEqual(await readNoticed(store), { lost: 0, isElsewhere: false });
});

test("what the server lost is sent again, counted, and said until it was read", async () => {
  const { keeper, store, server } = await copied();
  const [one, two] = [...server.rows.keys()];
  const before = server.rows.size;
  server.rows.delete(one);
  server.rows.delete(two);

  await keeper.sync();
  await keeper.sync();

  assert.equal(server.rows.size, before);
  assert.equal((await readNoticed(store)).lost, 2);
  await forgetLost(store);
  assert.equal((await readNoticed(store)).lost, 0);
});

test("a server that lost everything gets everything again", async () => {
  const { keeper, store, server } = await copied();
  const before = server.rows.size;
  server.rows.clear();

  await keeper.sync();

  assert.equal(server.rows.size, before);
  assert.deepEqual(await readNoticed(store), { lost: before, isElsewhere: false });
});

for (const isMetMidway of [true, false]) {
  test(`after new keys on one device the other brings nothing old back (met midway: ${isMetMidway})`, async () => {
    const { keeper, ...rest } = await copied();
    const desk = await onDesk(rest);
    await keeper.sync();
    if (isMetMidway) {
      await keeper.changeKeys(makeWords());
      await keeper.sync();
      await desk.sync();
      await continueRotation(keeper.vault, { at: NOW });
      await keeper.sync();
    } else await changeKeys(keeper);
    const there = [...rest.server.rows.keys()].sort();

    await desk.write("entry", { text: "written at the desk" });
    await desk.sync();

    assert.deepEqual([...rest.server.rows.keys()].sort(), there);
    assert.equal((await readNoticed(desk.vault.store)).isElsewhere, true);
    assert.deepEqual((await textsOf(desk)).sort(), ["kept", "written at the desk"]);
  });
}

test("ending it in this browser alone leaves the server's copy", async () => {
  const { keeper, server } = await copied();
  const before = server.rows.size;

  await keeper.endHere();

  assert.equal(keeper.state, "new");
  assert.equal(server.rows.size, before);
});

test("a room that has nothing in common with the one that is kept is not mixed into it", async () => {
  const { keeper, server } = await copied();
  const { keeper: other } = await keptKeeper();
  await other.read();

  assert.equal(await keepsAnother(other.vault, server), true);
  assert.equal(await keepsAnother(keeper.vault, server), false);
  assert.equal(await keepsAnother(other.vault, new MemoryServer()), false);
});
