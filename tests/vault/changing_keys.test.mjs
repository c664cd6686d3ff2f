// New keys as the page changes them: what counts as tested. How it may end midway: failures.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { continueRotation } from "../../private_room/page/vault/rotating.js";
import { keptKeeper, NOW, textsOf } from "./keepers.mjs";

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
