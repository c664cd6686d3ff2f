// Whether a room is recoverable, what is missing for it, and the seven days it was promised within.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { keptKeeper } from "./keepers.mjs";

async function recoverable() {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords(makeWords(), { isTested: true });
  await keeper.confirmSheet(await keeper.keepWithSheet());
  return keeper;
}
const missingIn = async (keeper) => (await keeper.readRecovery()).missing;

test("words and a sheet count once part of them was typed back", async () => {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords(makeWords());
  await keeper.keepWithSheet();
  assert.deepEqual(await missingIn(keeper), ["words", "sheet"]);

  assert.deepEqual(await missingIn(await recoverable()), []);
});

for (const [name, isIt] of [["words", ({ way }) => way === "words"], ["sheet", ({ isSheet }) => isSheet]]) {
  test(`removing the ${name} makes the room not yet recoverable again`, async () => {
    const keeper = await recoverable();

    await keeper.removeWay((await keeper.listWays()).find(isIt).slot);

    assert.deepEqual(await missingIn(keeper), [name]);
  });
}

test("a device that was removed does not offer itself any more", async () => {
  const keeper = await recoverable();
  const [here] = (await keeper.listWays()).filter(({ isHere }) => isHere);

  await keeper.removeWay(here.slot);

  assert.equal(await keeper.vault.store.get("lock"), undefined);
});

test("a way in that is added is told at once to whoever shows them", async () => {
  const { keeper } = await keptKeeper();
  const seen = [];
  keeper.addEventListener("change", async () => seen.push((await keeper.listWays()).filter(({ isHere }) => isHere).length));

  await keeper.keepOnDevice();
  await new Promise((resolve) => setTimeout(resolve));

  assert.equal(seen.at(-1), 1);
});

// Kept on 25 November 2026 at 9:00 UTC; seven days end on 2 December at 9:00 (counted by hand).
const DAYS = [
  ["2026-11-25T09:00:00Z", 7],
  ["2026-11-26T08:00:00Z", 7],
  ["2026-12-01T10:00:00Z", 1],
  ["2026-12-02T09:00:00Z", 0],
  ["2026-12-09T09:00:00Z", -7],
];

for (const [now, left] of DAYS) {
  test(`at ${now} there are ${left} days left`, async () => {
    let at = DAYS[0][0];
    const { keeper } = await keptKeeper({ now: () => at });
    at = now;

    const { daysLeft, by } = await keeper.readRecovery();

    assert.deepEqual([daysLeft, by], [left, "2026-12-02T09:00:00.000Z"]);
  });
}
