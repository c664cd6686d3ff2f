// Files that are no export, or no whole one, or made to harm: refused with a reason, and nothing taken.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { zipSync } from "fflate";
import { exportRoom } from "../../private_room/page/keeping/archive/export.js";
import { readExport } from "../../private_room/page/keeping/archive/reading.js";
import { openEntries, listEntries } from "../../private_room/page/unzip.js";
import * as envelope from "../../private_room/page/vault/envelope.js";
import * as keys from "../../private_room/page/vault/keys.js";
import { makeWords } from "../../private_room/page/vault/phrase.js";
import { forge, FORGED } from "./lying_server.mjs";
import { keptKeeper, makeKeeper, textsOf } from "./keepers.mjs";

const WORDS = makeWords();
const MEGABYTE = 1000 * 1000;
const bytesOf = (text) => new TextEncoder().encode(text);
const name = (number) => number.toString(16).padStart(32, "0");
const [whole, files, own] = [{}, {}, {}];

before(async () => {
  const { keeper } = await keptKeeper();
  await keeper.keepWithWords(WORDS);
  own.keys = keeper.vault.keys;
  whole.bytes = await exportRoom(keeper, { readable: true });
  const opened = await openEntries(whole.bytes.buffer, listEntries(whole.bytes.buffer));
  for (const one of opened) files[one.name] = new Uint8Array(one.bytes);
});

const pick = (place) => Object.keys(files).filter((file) => file.startsWith(place));
const without = (place) => Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith(place)));
const withMore = (more, given) => zipSync({ ...files, ...more }, given);
// The same bytes with one name written over another of its length, in the directory and beside the file.
function rename(from, to) {
  const text = Buffer.from(whole.bytes).toString("latin1").replaceAll(from, to);
  return new Uint8Array(Buffer.from(text, "latin1"));
}
function many(count, place) {
  const [first] = pick(place);
  return Object.fromEntries(Array.from({ length: count }, (_, number) => [`${place}${name(number)}.age`, files[first]]));
}

const HOSTILE = {
  "an empty file": ["no_export", () => new Uint8Array(0)],
  "a text": ["no_export", () => bytesOf("Dear diary, today was a long day at work, and I was tired.")],
  "photographs": ["no_export", () => zipSync({ "2026/beach.jpg": bytesOf("not a photograph") })],
  "a first half": ["cut_short", () => whole.bytes.slice(0, whole.bytes.length / 2)],
  "all but the last byte": ["cut_short", () => whole.bytes.slice(0, -1)],
  "a byte turned over": ["cut_short", () => whole.bytes.map((byte, place) => (place === whole.bytes.length >> 1 ? byte ^ 1 : byte))],
  "a name that climbs out": ["strange", () => withMore({ [`../records/${name(1)}.age`]: files[pick("records/")[0]] })],
  "a name from the root": ["strange", () => withMore({ [`/records/${name(1)}.age`]: files[pick("records/")[0]] })],
  "a name of another shape": ["strange", () => withMore({ "records/later.age": files[pick("records/")[0]] })],
  "a script": ["strange", () => withMore({ "records/run.js": bytesOf("alert(1)") })],
  "one name twice": ["strange", () => rename(pick("records/")[0], pick("records/")[1])],
  "a record that is not sealed": ["strange", () => withMore({ [`records/${name(1)}.age`]: bytesOf("I was tired") })],
  "a way in that is none": ["strange", () => withMore({ [`ways-in/${name(1)}.age`]: bytesOf("age-encryption.org/v1\n-> lock\n--- ") })],
  "no way in": ["no_way", () => zipSync(without("ways-in/"))],
  "twenty-one ways in": ["too_much", () => zipSync({ ...without("ways-in/"), ...many(21, "ways-in/") }, { level: 0 })],
  "more records than any room": ["too_much", () => zipSync({ ...files, ...many(50_001, "records/") }, { level: 0 })],
  "a record of two megabytes": ["too_much", () => withMore({ [`records/${name(1)}.age`]: new Uint8Array(2 * MEGABYTE) })],
  "a bomb: 101 megabytes packed small": ["too_much", () => withMore({ [`records/${name(1)}.age`]: new Uint8Array(101 * MEGABYTE) }, { level: 1 })],
};

for (const [kind, [reason, make]] of Object.entries(HOSTILE)) {
  test(`refused: ${kind}`, async () => {
    await assert.rejects(readExport(new Blob([make()])), (refused) => {
      assert.equal(refused.reason, reason);
      assert.ok(refused.happened.endsWith(".") && refused.mend.endsWith("."));
      return true;
    });
  });
}

test("an archive packed anew by a system, in a folder of its own, is taken all the same", async () => {
  const moved = Object.fromEntries(Object.entries(files).map(([file, bytes]) => [`fallow-room/${file}`, bytes]));

  const found = await readExport(new Blob([zipSync({ ...moved, "__MACOSX/fallow-room/._README.txt": bytesOf("x"), "fallow-room/.DS_Store": bytesOf("x") }, { level: 6 })]));

  assert.deepEqual([found.slots.length, found.rows.length], [pick("ways-in/").length, pick("records/").length]);
});

test("another person's export does not open with one's own words", async () => {
  const { keeper: zed } = await keptKeeper();
  await zed.keepWithWords(makeWords());
  const fresh = await makeKeeper();
  await fresh.restore(await readExport(new Blob([await exportRoom(zed, { readable: false })])));

  await assert.rejects(fresh.openWithWords(WORDS), { reason: "slot" });
});

test("a record that was slipped in is left aside, and said", async () => {
  const forged = await forge({ ...envelope, ...keys }, { keys: own.keys }, {});
  const { keeper: zed } = await keptKeeper();
  const [[{ row }]] = await zed.list("entry");
  const [{ sealed }] = (await zed.vault.store.listRows()).filter((one) => one.row === row);
  const fresh = await makeKeeper();
  const slipped = { [`records/${forged.row}.age`]: forged.sealed, [`records/${row}.age`]: sealed };

  await fresh.restore(await readExport(new Blob([withMore(slipped)])));
  await fresh.openWithWords(WORDS);

  assert.deepEqual(await textsOf(fresh), ["kept"]);
  assert.ok(!JSON.stringify([...(await fresh.read()).records]).includes(FORGED));
  assert.deepEqual((await fresh.read()).findings.map(({ reason }) => reason).sort(), ["signature", "unreadable"]);
});
