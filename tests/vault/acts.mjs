// What a person does in a room that keeps something: what there was before, the act, and what there is
// after it. Each act can be begun again; what was done by then is not done twice.

import { exportRoom } from "../../private_room/page/keeping/archive/export.js";
import { readExport } from "../../private_room/page/keeping/archive/reading.js";
import { eraseRecord } from "../../private_room/page/vault/erasing.js";
import { Vault } from "../../private_room/page/vault/vault.js";
import { FailingServer, openPage } from "./failing_store.mjs";
import { NOW } from "./keepers.mjs";
import { MemoryStore } from "./memory_store.mjs";

export const [OLD, NEW] = ["six old words", "six new words"];

export const listTexts = async (keeper) => (await keeper.list("entry")).flat().map(({ body }) => body.text).sort();
const entryOf = async (keeper, text) => (await keeper.list("entry")).find(([{ body }]) => body.text === text);
const isThere = async (keeper, text) => (await listTexts(keeper)).includes(text);

// A room with two entries, six words and this device as ways in, and all of it on a server.
async function begin() {
  const page = await openPage(new MemoryStore());
  await page.write("entry", { text: "first" });
  await page.keepOnDevice();
  await page.write("entry", { text: "second" });
  await page.keepWithWords(OLD, { isTested: true });
  page.remote = new FailingServer();
  await page.sync();
  return page;
}

const holds = ({ vault, remote }, more = {}) => ({ kept: vault.store.holds, server: { rows: remote.rows, slots: remote.slots }, ...more });
const here = async () => holds(await begin());

// The same room on another device, which wrote and erased.
async function elsewhere({ remote }) {
  const desk = await openPage(new MemoryStore());
  await desk.fetchFrom(remote);
  await desk.openWithWords(OLD);
  await desk.write("entry", { text: "at the desk" });
  await eraseRecord(desk.vault, await entryOf(desk, "second"), { at: NOW });
  await desk.refresh();
  await desk.sync();
}

const openHere = (page) => page.openOnDevice();
const byWords = (words) => (page) => page.openWithWords(words);
const byEither = (page) => byWords(NEW)(page).catch(() => byWords(OLD)(page));

export const ACTS = [
  {
    name: "the first keeping",
    before: async () => ({}),
    open: async (page) => page.state === "locked" && openHere(page),
    async act(page) {
      if (page.state === "open") return;
      if (page.held.length === 0) await page.write("entry", { text: "first" });
      await page.keepOnDevice();
    },
    from: [],
    to: ["first"],
    held: 1,
  },
  {
    name: "an entry",
    before: here,
    async act(page) {
      if (!(await isThere(page, "third"))) await page.write("entry", { text: "third" });
    },
    from: ["first", "second"],
    to: ["first", "second", "third"],
  },
  {
    name: "an entry in a locked room",
    before: here,
    async act(page) {
      if (await isThere(page, "third")) return;
      await page.lock();
      await page.write("entry", { text: "third" }).finally(() => openHere(page));
    },
    from: ["first", "second"],
    to: ["first", "second", "third"],
  },
  {
    name: "a change of an entry",
    before: here,
    async act(page) {
      const tips = await entryOf(page, "second");
      if (tips) await page.write("entry", { text: "second, corrected" }, { tips });
    },
    from: ["first", "second"],
    to: ["first", "second, corrected"],
  },
  {
    name: "erasing an entry",
    before: here,
    async act(page) {
      const tips = await entryOf(page, "second");
      if (tips) await eraseRecord(page.vault, tips, { at: NOW });
      await page.refresh();
    },
    from: ["first", "second"],
    to: ["first"],
  },
  {
    name: "new words",
    before: here,
    act: (page) => page.keepWithWords(NEW, { isTested: true }),
    opens: byEither,
    ends: async (page) => (await page.listWays()).filter(({ way }) => way === "words").length === 1,
  },
  {
    name: "a sheet",
    before: here,
    act: async (page) => page.confirmSheet(await page.keepWithSheet()),
    opens: byWords(OLD),
    ends: async (page) => (await page.readRecovery()).missing.length === 0 && (await page.listWays()).length === 3,
  },
  {
    name: "removing this device",
    before: here,
    open: byWords(OLD),
    async act(page) {
      const way = (await page.listWays()).find(({ isHere }) => isHere);
      if (way) await page.removeWay(way.slot);
    },
    opens: byWords(OLD),
    ends: async (page) => (await page.listWays()).length === 1 && !(await page.vault.store.get("lock")),
  },
  {
    name: "new keys, and sealing everything again",
    isExchanged: true,
    before: here,
    open: byEither,
    async act(page) {
      if (!(await page.isSealingAgain()) && !(await page.openWithWords(NEW).then(() => true, () => false))) await page.changeKeys(NEW, { isTested: true });
      await page.sealAgain(() => {});
      await page.refresh();
      await page.sync();
    },
    opens: byEither,
    ends: async (page) => (await page.listWays()).length === 1 && (await page.readRecovery()).missing.join() === "sheet",
  },
  {
    name: "an export that is brought back",
    async before() {
      const page = await begin();
      return { ...holds(page), kept: {}, file: new Blob([await exportRoom(page, { readable: false })]) };
    },
    open: async (page) => page.state === "locked" && byWords(OLD)(page),
    async act(page, { file }) {
      if (page.state === "new") await page.restore(await readExport(file));
      await byWords(OLD)(page);
    },
    opens: byWords(OLD),
    ends: async (page) => (await page.vault.store.get("arrived")) === "export",
  },
  {
    name: "a room that is fetched",
    isExchanged: true,
    before: async () => ({ ...(await here()), kept: {} }),
    open: async (page) => page.state === "locked" && byWords(OLD)(page),
    async act(page) {
      if (page.state === "new") await page.fetchFrom(page.remote);
      await byWords(OLD)(page);
    },
    opens: byWords(OLD),
    ends: async (page) => (await page.vault.store.get("arrived")) === "copy",
  },
  {
    name: "an exchange, both ways",
    isExchanged: true,
    async before() {
      const page = await begin();
      await elsewhere(page);
      for (let place = 10; place < 34; place += 1) await page.write("entry", { text: `entry ${place}` });
      return holds(page);
    },
    act: (page) => page.sync(),
    from: ["first", "second", ...Array.from({ length: 24 }, (_, place) => `entry ${place + 10}`)].sort(),
    to: ["at the desk", "first", ...Array.from({ length: 24 }, (_, place) => `entry ${place + 10}`)].sort(),
  },
  {
    name: "taking over what a device wrote before its room was opened there",
    before: strangersBefore,
    async act(page) {
      const { tray } = await page.read();
      if (tray.length) await page.adopt(tray);
    },
    from: ["first", "second"],
    to: ["a stranger's", "another of theirs", "first", "second"],
  },
];

// Two entries of a device that no record of the vault names.
async function strangersBefore() {
  const page = await begin();
  const stranger = new Vault(new MemoryStore());
  await stranger.enter(page.vault.keys, { at: NOW });
  stranger.lock();
  for (const text of ["a stranger's", "another of theirs"]) await stranger.write("entry", { text }, { at: NOW });
  const [, ...rows] = (await stranger.store.listRows()).sort((a, b) => a.seq - b.seq);
  await page.vault.store.keep({ rows });
  return holds(page);
}
