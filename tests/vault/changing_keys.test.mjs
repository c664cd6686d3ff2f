// New keys as the page changes them: what counts as tested, and an end of power at the worst moments.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { continueRotation } from "../../private_room/page/vault/rotating.js";
import { keptKeeper, makeKeeper, NOW, textsOf } from "./keepers.mjs";

const finish = async (keeper) => {
  const count = await continueRotation(keeper.vault, { at: NOW });
  await keeper.refresh();
  return count;
};

test("new words that were not typed back do not count as tested", async () => {
  const { keeper } = await keptKeeper();

  await keeper.changeKeys(makeWords());
  await finish(keeper);

  assert.deepEqual((await keeper.readRecovery()).missing, ["words", "sheet"]);
});

test("new words that were typed back count; the old words and the old sheet do not", async () => {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords(makeWords(), { isTested: true });
  await keeper.confirmSheet(await keeper.keepWithSheet());
  assert.deepEqual((await keeper.readRecovery()).missing, []);

  await keeper.changeKeys(makeWords(), { isTested: true });
  await finish(keeper);

  assert.deepEqual((await keeper.readRecovery()).missing, ["sheet"]);
  assert.equal((await keeper.listWays()).length, 1);
});

test("this device is not offered as a way in once its lock holds the old keys", async () => {
  const { keeper, store } = await keptKeeper();

  await keeper.changeKeys(makeWords());
  await finish(keeper);

  assert.equal(await store.get("lock"), undefined);
  await keeper.keepOnDevice();
  keeper.lock();
  await keeper.openOnDevice();
  assert.deepEqual(await textsOf(keeper), ["kept"]);
});

test("stopped before the new keys hold, the old ways open and nothing is left of the new", async () => {
  const { keeper, store } = await keptKeeper();
  const set = store.set;
  store.set = (name, value) => (name === "pins" ? Promise.reject(new Error("the power failed")) : set(name, value));
  await assert.rejects(keeper.changeKeys(makeWords()), /power/);
  store.set = set;

  const later = await makeKeeper(store);
  await later.openOnDevice();

  assert.equal(await finish(later), null);
  assert.equal((await later.listWays()).length, 1);
  assert.deepEqual(await textsOf(later), ["kept"]);
});

test("stopped right after the new keys hold, the new words open and everything comes along", async () => {
  const { keeper, store } = await keptKeeper();
  const words = makeWords();
  const putRow = store.putRow;
  store.putRow = () => Promise.reject(new Error("the power failed"));
  await assert.rejects(keeper.changeKeys(words), /power/);
  store.putRow = putRow;

  const later = await makeKeeper(store);
  await later.openWithWords(words);

  assert.equal(await finish(later), 1);
  assert.deepEqual(await textsOf(later), ["kept"]);
  assert.deepEqual((await later.read()).findings, []);
});
