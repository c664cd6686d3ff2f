// An export that is brought back: into an empty browser, sealed as it was, and verified once it is open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { exportRoom } from "../../private_room/page/keeping/archive/export.js";
import { readExport } from "../../private_room/page/keeping/archive/reading.js";
import { eraseRecord } from "../../private_room/page/vault/erasing.js";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { keptKeeper, makeKeeper, NOW, textsOf } from "./keepers.mjs";
import { MemoryServer } from "./memory_store.mjs";

const WORDS = makeWords();

async function exported({ readable = false } = {}) {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords(WORDS, { isTested: true });
  const sheet = await keeper.keepWithSheet();
  await keeper.confirmSheet(sheet);
  return { keeper, sheet, file: new Blob([await exportRoom(keeper, { readable })]) };
}

async function restored(file) {
  const fresh = await makeKeeper();
  await fresh.restore(await readExport(file));
  return fresh;
}

test("the words open what an export brought into an empty browser", async () => {
  const { file } = await exported();

  const fresh = await restored(file);
  assert.equal(fresh.state, "locked");
  await fresh.openWithWords(WORDS);

  assert.deepEqual(await textsOf(fresh), ["kept"]);
  assert.deepEqual((await fresh.read()).findings, []);
  assert.deepEqual((await fresh.readRecovery()).missing, []);
});

test("the printed sheet opens it as well, and the device it came from does not", async () => {
  const { file, sheet } = await exported({ readable: true });

  const fresh = await restored(file);

  await assert.rejects(fresh.openOnDevice(), { reason: "slot" });
  await fresh.openWithSheet(sheet);
  assert.deepEqual(await textsOf(fresh), ["kept"]);
});

test("one keeps writing where one left off", async () => {
  const { file } = await exported();
  const fresh = await restored(file);
  await fresh.openWithWords(WORDS);

  await fresh.write("entry", { text: "and later" });

  assert.deepEqual((await textsOf(fresh)).sort(), ["and later", "kept"]);
  assert.deepEqual((await fresh.read()).findings, []);
});

test("what was written before it came is kept in it", async () => {
  const { file } = await exported();
  const fresh = await makeKeeper();
  await fresh.write("entry", { text: "before it came" });

  await fresh.restore(await readExport(file));
  await fresh.openWithWords(WORDS);

  assert.deepEqual((await textsOf(fresh)).sort(), ["before it came", "kept"]);
});

test("it is never laid over a room", async () => {
  const { file } = await exported();
  const { keeper } = await keptKeeper();

  await assert.rejects(keeper.restore(await readExport(file)), { reason: "has_room" });

  assert.deepEqual(await textsOf(keeper), ["kept"]);
  assert.equal((await keeper.listWays()).length, 1);
});

test("what was brought and never opened can be put away; an opened room cannot", async () => {
  const { file } = await exported();
  const fresh = await restored(file);

  await fresh.putAway();
  assert.equal(fresh.state, "new");

  await fresh.restore(await readExport(file));
  await fresh.openWithWords(WORDS);
  await assert.rejects(fresh.putAway(), { reason: "has_room" });
});

test("a record that was taken out of the file is missed", async () => {
  const { file } = await exported();
  const found = await readExport(file);
  const openedFirst = await restored(file);
  await openedFirst.openWithWords(WORDS);
  const [[{ row }]] = await openedFirst.list("entry");

  const fresh = await makeKeeper();
  await fresh.restore({ ...found, rows: found.rows.filter((one) => one.row !== row) });
  await fresh.openWithWords(WORDS);

  assert.deepEqual((await fresh.read()).findings.map(({ reason }) => reason), ["missing"]);
});

test("an older export brings back nothing that was erased, here or on the server", async () => {
  const { keeper, file } = await exported();
  const server = new MemoryServer();
  keeper.remote = server;
  const [tips] = await keeper.list("entry");
  await eraseRecord(keeper.vault, tips, { at: NOW });
  await keeper.sync();
  const erased = server.rows.get(tips[0].row);

  const fresh = await restored(file);
  await fresh.openWithWords(WORDS);
  fresh.remote = server;
  await fresh.sync();

  assert.equal(server.rows.get(tips[0].row), erased);
  assert.deepEqual(await textsOf(fresh), []);
  const { records } = await fresh.read();
  assert.ok(!JSON.stringify([...records]).includes("kept"));
  assert.ok([...records.values()].flat().every(({ body }) => body?.text === undefined));
  const { replaced } = await fresh.read();
  assert.deepEqual(replaced.filter(({ link }) => link.kind === "entry"), []);
});

test("an older export brings no way in back that was replaced since", async () => {
  const { keeper, file } = await exported();
  const [server, later] = [new MemoryServer(), makeWords()];
  keeper.remote = server;
  await keeper.sync();
  await keeper.keepWithWords(later, { isTested: true });
  await keeper.sync();

  const fresh = await restored(file);
  await fresh.openWithWords(WORDS);
  fresh.remote = server;
  await fresh.sync();
  await fresh.sync();

  fresh.lock();
  await assert.rejects(fresh.openWithWords(WORDS), { reason: "slot" });
  await fresh.openWithWords(later);
  assert.deepEqual([...server.slots.keys()].sort(), (await fresh.listWays()).map(({ slot }) => slot).sort());
});
