// Ways in that take the place of others: new words, a new sheet, a way that was removed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { MemoryServer } from "./memory_store.mjs";
import { keptKeeper, makeKeeper, textsOf } from "./keepers.mjs";

test("new words take the place of the old ones, which are refused", async () => {
  const { keeper } = await keptKeeper();
  const [old, fresh] = [makeWords(), makeWords()];

  await keeper.keepWithWords(old);
  await keeper.keepWithWords(fresh);

  keeper.lock();
  await assert.rejects(keeper.openWithWords(old), { reason: "slot" });
  await keeper.openWithWords(fresh);
  assert.deepEqual(await textsOf(keeper), ["kept"]);
});

test("the old words' slot leaves the server too, and every other device of theirs", async () => {
  const { keeper } = await keptKeeper();
  const [server, old] = [new MemoryServer(), makeWords()];
  await keeper.keepWithWords(old);
  keeper.remote = server;
  await keeper.sync();
  const other = await makeKeeper();
  await other.fetchFrom(server);
  await other.openWithWords(old);

  await keeper.keepWithWords(makeWords());
  await keeper.sync();
  await other.sync();

  assert.equal(server.slots.size, 2); // this device, and the new words
  other.lock();
  await assert.rejects(other.openWithWords(old), { reason: "slot" });
});

test("a new sheet takes the place of the old one once its end was typed back", async () => {
  const { keeper } = await keptKeeper();
  const old = await keeper.keepWithSheet();
  await keeper.confirmSheet(old);
  const fresh = await keeper.keepWithSheet();

  keeper.lock();
  await keeper.openWithSheet(old); // the printer may have failed
  await keeper.confirmSheet(fresh);

  keeper.lock();
  await assert.rejects(keeper.openWithSheet(old), { reason: "slot" });
  await keeper.openWithSheet(fresh);
  assert.deepEqual(await textsOf(keeper), ["kept"]);
});

test("sheets that never came to paper go with the one that did; this device stays", async () => {
  const { keeper } = await keptKeeper();
  await keeper.keepWithSheet();
  await keeper.keepWithSheet();

  await keeper.confirmSheet(await keeper.keepWithSheet());

  assert.deepEqual((await keeper.listWays()).map(({ isSheet }) => isSheet).sort(), [false, true]); // in whatever order
  keeper.lock();
  await keeper.openOnDevice();
});

test("a sheet that opens nothing here is not counted", async () => {
  const { keeper } = await keptKeeper();
  const { keeper: zed } = await keptKeeper();

  await assert.rejects(keeper.confirmSheet(await zed.keepWithSheet()), { reason: "slot" });
});

test("the last way in stays, whatever a record says", async () => {
  const { keeper } = await keptKeeper();
  const [only] = await keeper.listWays();

  await keeper.removeWay(only.slot);

  assert.equal((await keeper.listWays()).length, 1);
});
