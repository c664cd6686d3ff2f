// Two tabs of one browser, each with a page that knows nothing of the other's, over one store.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readNoticed } from "../../private_room/page/keeping/noticed.js";
import { eraseRecord } from "../../private_room/page/vault/erasing.js";
import { FailingStore, openPage } from "./failing_store.mjs";
import { NOW, textsOf } from "./keepers.mjs";
import { MemoryServer, MemoryStore } from "./memory_store.mjs";

const WORDS = "six words that nobody ever wrote down";
const NEW_WORDS = "six words that somebody else would write";

async function twoTabs() {
  const store = new MemoryStore();
  const one = await openPage(store);
  await one.write("entry", { text: "kept" });
  await one.keepOnDevice();
  await one.keepWithWords(WORDS);
  const other = await openPage(store);
  return { store, one, other };
}

async function erasedElsewhere() {
  const { store, one } = await twoTabs();
  const server = (one.remote = new MemoryServer());
  await one.sync();
  const desk = await openPage(new MemoryStore());
  await desk.fetchFrom(server);
  await desk.openWithWords(WORDS);
  await eraseRecord(desk.vault, (await desk.list("entry"))[0], { at: NOW });
  await desk.refresh();
  await desk.sync();
  return { kept: store.holds, server };
}

async function seal(keeper) {
  await keeper.sealAgain(() => {});
  await keeper.refresh();
}

test("a room that began in one tab is not begun again over it in another", async () => {
  const store = new MemoryStore();
  const [one, other] = [await openPage(store), await openPage(store)];
  await one.write("entry", { text: "in one tab" });
  await other.write("entry", { text: "in the other" });
  await one.keepOnDevice();

  await other.keepOnDevice();

  assert.equal(other.state, "locked");
  const later = await openPage(store);
  await later.openOnDevice();
  assert.deepEqual((await textsOf(later)).sort(), ["in one tab", "in the other"]);
  assert.deepEqual((await later.read()).findings, []);
});

test("a copy is not fetched into a room that began in another tab", async () => {
  const server = new MemoryServer();
  const { one } = await twoTabs();
  one.remote = server;
  await one.sync();
  const store = new MemoryStore();
  const [begins, fetches] = [await openPage(store), await openPage(store)];
  await begins.write("entry", { text: "another room" });
  await begins.keepOnDevice();
  const there = server.rows.size;

  await assert.rejects(fetches.fetchFrom(server), { reason: "has_room" });

  assert.equal(server.rows.size, there);
  assert.equal((await store.listSlots()).length, 1);
});

test("a tab that still has the old keys writes nothing with them", async () => {
  const { one, other } = await twoTabs();
  await other.openOnDevice();
  await one.changeKeys(NEW_WORDS);

  await assert.rejects(other.write("entry", { text: "with the old keys" }), { reason: "changed" });
  await assert.rejects(other.vault.read(), { reason: "changed" });

  await seal(one);
  await one.write("entry", { text: "with the new keys" });
  assert.deepEqual((await one.read()).findings, []);
});

test("a locked tab writes for the keys of now, and opens with them", async () => {
  const { one, other } = await twoTabs();
  await one.changeKeys(NEW_WORDS);

  await other.write("entry", { text: "while locked" });
  await assert.rejects(other.openWithWords(WORDS), { reason: "keys" });
  await other.openWithWords(NEW_WORDS);

  await seal(other);
  assert.deepEqual((await textsOf(other)).sort(), ["kept", "while locked"]);
  assert.deepEqual((await other.read()).findings, []);
});

test("what was sealed again while rows were sent does not come back with the answer", async () => {
  const { store, one } = await twoTabs();
  const server = new MemoryServer();
  one.remote = server;
  await one.sync();
  await one.changeKeys(NEW_WORDS);
  const put = server.put.bind(server);
  server.put = async (...given) => {
    server.put = put;
    await seal(one);
    return put(...given);
  };

  await one.sync();
  await one.sync();

  assert.deepEqual((await one.read()).findings, []);
  assert.equal((await store.listSlots()).length, 1);
  assert.deepEqual([...server.slots.keys()], (await store.listSlots()).map(({ slot }) => slot));
});

test("what another device wrote with the old keys and comes while all is sealed again is taken along", async () => {
  const { store, one } = await twoTabs();
  const server = (one.remote = new MemoryServer());
  await one.sync();
  const desk = await openPage(new MemoryStore());
  await desk.fetchFrom(server);
  await desk.openWithWords(WORDS);
  const { row } = await desk.write("entry", { text: "at the desk" });
  const late = (await desk.vault.store.listRows()).filter((one) => one.row === row);
  await one.changeKeys(NEW_WORDS);

  await one.sealAgain(() => store.keep({ rows: late }));

  await one.refresh();
  assert.deepEqual((await textsOf(one)).sort(), ["at the desk", "kept"]);
});

test("what a tab with the old keys remembers of their chains is not held against the new ones", async () => {
  const { store, one, other } = await twoTabs();
  await other.openOnDevice();
  await one.write("entry", { text: "more" });
  const { get } = store;
  store.get = async (name) => {
    const told = await get(name);
    if (name !== "heads") return told;
    store.get = get;
    await one.changeKeys(NEW_WORDS); // while the other still reads
    return told;
  };

  await assert.rejects(other.vault.read(), { reason: "changed" });

  await seal(one);
  assert.deepEqual((await one.read()).findings, []);
});

test("what the server lost is said although the exchange fails once it was sent again", async () => {
  const { store, one } = await twoTabs();
  const server = (one.remote = new MemoryServer());
  await one.sync();
  server.rows.delete([...server.rows.keys()][0]);
  const put = server.put.bind(server);
  server.put = async (...given) => {
    await put(...given);
    throw new Error("unreachable");
  };
  await assert.rejects(one.sync());
  server.put = put;

  await one.sync();

  assert.equal((await readNoticed(store)).lost, 1);
});

test("a full disk opens although what another device erased cannot be emptied here", async () => {
  const { kept, server } = await erasedElsewhere();
  const store = new FailingStore(kept);
  const page = await openPage(store);
  page.remote = server;
  await page.sync(); // while locked
  store.failFrom(1, "full");

  await page.openOnDevice();

  assert.deepEqual(await textsOf(page), []);
});
