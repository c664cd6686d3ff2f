// The machine fails at each moment of each act: the disk is full, the process ends, an answer never
// comes. Then: what was kept is there, what was begun is whole or absent, nothing is found wrong that is
// not wrong, and the act can be done again and is then done once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beginCopying } from "../../private_room/page/keeping/copying.js";
import { readNoticed } from "../../private_room/page/keeping/noticed.js";
import { openRecord } from "../../private_room/page/vault/envelope.js";
import { eraseRecord } from "../../private_room/page/vault/erasing.js";
import { ACTS, listTexts, OLD } from "./acts.mjs";
import { FailingServer, FailingStore, openPage, Stopped } from "./failing_store.mjs";
import { MemoryStore } from "./memory_store.mjs";

const UNCHANGED = ["first", "second"];
const openHere = (page) => page.openOnDevice();
const byOldWords = (page) => page.openWithWords(OLD);
const BOTH = ["full", "stopped"];

// The page as it begins on what a browser kept.
async function begin(kept, server, { open = openHere }) {
  const page = await openPage(new FailingStore(kept));
  page.remote = server;
  if (page.state === "locked") await open(page);
  return page;
}

async function expectWhole(page, { from = UNCHANGED, to = UNCHANGED, name }, { isDone }) {
  if (page.state !== "open") return assert.ok(!isDone && page.state === "new");
  const texts = await listTexts(page);
  if (!isDone && (await page.isSealingAgain())) return expectMidway(page, from, texts);
  const allowed = isDone ? [to] : [from, to];
  assert.ok(allowed.some((one) => one.join() === texts.join()), `${name}: ${texts}`);
  const { findings } = await page.read();
  assert.deepEqual(findings, []);
}

// While everything is sealed again, what is still to come is neither shown nor known by the new keys.
async function expectMidway(page, from, texts) {
  assert.deepEqual(texts.filter((text) => !from.includes(text)), []);
  const { findings } = await page.read();
  assert.deepEqual([...new Set(findings.map(({ reason }) => reason))], ["unreadable"]);
}

async function expectDone(page, act) {
  await expectWhole(page, act, { isDone: true });
  assert.deepEqual((await page.read()).tray, []);
  assert.deepEqual(await readNoticed(page.vault.store), { lost: 0, isElsewhere: false });
  if (act.ends) assert.ok(await act.ends(page), `${act.name} has not ended`);
}

async function expectOnAnotherDevice(server, act) {
  const desk = await openPage(new MemoryStore());
  await desk.fetchFrom(server);
  await (act.opens ?? byOldWords)(desk);
  await expectWhole(desk, act, { isDone: true });
}

// Gives whether the act came to its end before the k-th write.
async function failAt(k, failure, act, given) {
  const server = new FailingServer(given.server);
  const page = await begin(given.kept, server, act);
  const { store } = page.vault;
  store.failFrom(k, failure);
  const error = await act.act(page, given).then(() => null, (reason) => reason);
  if (failure === "full") await goOn(page, act, { error, given });
  if (failure === "stopped" && error) assert.ok(error instanceof Stopped, error);
  const later = await begin(store.holds, server, act);
  await expectWhole(later, act, { isDone: failure === "full" || !error });
  await act.act(later, given);
  await later.refresh();
  await expectDone(later, act);
  if (!given.server) return !error && store.writes < k;
  await later.sync();
  await later.sync(); // the first may have left a word of its own
  await expectOnAnotherDevice(server, act);
  return !error && store.writes < k;
}

// The same page, whose owner is told, makes room, and tries again.
async function goOn(page, act, { error, given }) {
  if (error) assert.equal(error.reason, "full", error.stack);
  if (page.state === "open") await expectWhole(page, act, { isDone: !error });
  else assert.equal(page.held.length, act.held ?? 0); // what was written is still on the page
  page.vault.store.makeRoom();
  await act.act(page, given);
  await page.refresh();
  await expectDone(page, act);
}

for (const act of ACTS) {
  for (const failure of BOTH) {
    test(`${act.name}, ${failure} at each write`, async () => {
      const given = await act.before();
      let k = 1;
      while (!(await failAt(k, failure, act, given))) k += 1;
      assert.ok(k > 1, "it never wrote");
    });
  }
}

// The server ends with the j-th question, before it was done or after.
async function dieAt(j, isDone, act, given) {
  const server = new FailingServer(given.server);
  const page = await begin(given.kept, server, act);
  server.dieAt(j, { isDone });
  const error = await act.act(page, given).then(() => null, (reason) => reason);
  const isOver = server.asked < j;
  server.comeBack();
  if (error && page.state === "open") await expectReadable(server, act);
  await act.act(page, given);
  await page.sync();
  await page.sync();
  await expectDone(page, act);
  const kept = (await page.vault.store.listRows()).map(({ row }) => row).sort();
  assert.deepEqual([...server.rows.keys()].sort(), kept);
  await expectOnAnotherDevice(server, act);
  return isOver;
}

// What another device meets there in between: nothing confirmed is missing, and no gap is found.
async function expectReadable(server, act) {
  const desk = await openPage(new MemoryStore());
  await desk.fetchFrom({ ...server, list: server.list, read: server.read });
  await (act.opens ?? byOldWords)(desk);
  await desk.sealAgain(() => {});
  await desk.refresh();
  const { findings } = await desk.read();
  assert.deepEqual(findings.filter(({ reason }) => reason !== "unreadable"), []); // of other keys, midway
  const confirmed = (act.from ?? UNCHANGED).filter((text) => (act.to ?? UNCHANGED).includes(text) && UNCHANGED.includes(text));
  const texts = await listTexts(desk);
  assert.deepEqual(confirmed.filter((text) => !texts.includes(text)), []);
}

for (const act of ACTS.filter(({ isExchanged }) => isExchanged)) {
  for (const isDone of [true, false]) {
    test(`${act.name}, and each answer of the server is lost (${isDone ? "after" : "before"} it was done)`, async () => {
      const given = await act.before();
      let j = 1;
      while (!(await dieAt(j, isDone, act, given))) j += 1;
      assert.ok(j > 1, "it never asked");
    });
  }
}

test("a room opens and is read while the disk is full", async () => {
  const { kept, server } = await ACTS.find(({ name }) => name === "an exchange, both ways").before();
  const page = await openPage(new FailingStore(kept));
  page.vault.store.failFrom(1, "full");

  await page.openOnDevice();

  assert.equal((await listTexts(page)).length, 26);
  page.remote = new FailingServer(server);
  await assert.rejects(page.sync(), { reason: "full" }); // what comes finds no room, and says so
});

test("a text that is erased while its row is being sent does not come back", async () => {
  const page = await openPage(new MemoryStore());
  await page.write("entry", { text: "erased meanwhile" });
  await page.keepOnDevice();
  const server = (page.remote = new FailingServer());
  const put = server.put;
  server.put = async (place, rows) => {
    await put(place, rows);
    server.put = put;
    await eraseRecord(page.vault, (await page.list("entry"))[0], { at: page.now() });
    await page.refresh();
    await page.read(); // as the journal does, which is drawn anew
  };

  await page.sync();
  await page.sync();

  const { keys, store } = page.vault;
  for (const { row, sealed } of await store.listRows()) {
    assert.equal((await openRecord({ row, sealed, keys })).body?.text, undefined);
    assert.deepEqual(server.rows.get(row), sealed);
  }
});

test("a server whose disk is full is said as such, and everything waits", async (t) => {
  const page = await openPage(new MemoryStore());
  await page.write("entry", { text: "waits" });
  await page.keepOnDevice();
  const before = (await page.vault.store.listRows()).length;
  t.mock.method(globalThis, "fetch", async (address, { method = "GET" }) => {
    const told = address.endsWith("session") ? { account: "ada", csrf: "a token" } : { rows: [], slots: [] };
    return method === "PUT" ? { status: 507, ok: false } : { status: 200, ok: true, json: async () => told };
  });

  const { happened } = await beginCopying({ keeper: page });

  assert.equal(happened, "The server has no room left for your copy.");
  assert.equal((await page.vault.store.listRows()).filter(({ isSent }) => !isSent).length, before);
});
