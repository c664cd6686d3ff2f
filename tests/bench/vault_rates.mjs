// Times the vault in Node and prints JSON; `bench_vault.py` says what it means and holds the bounds.
// Sealing and opening run in turns with the bare age package on the same bytes, after one warm-up.

import { Decrypter, Encrypter } from "age-encryption";
import { fold, searchEntries } from "../../private_room/page/journal/journal.js";
import { openRecord, sealRecord } from "../../private_room/page/vault/envelope.js";
import { makeKeys, signWith } from "../../private_room/page/vault/keys.js";
import { Vault } from "../../private_room/page/vault/vault.js";
import { MemoryStore } from "../vault/memory_store.mjs";

const AT = "2026-11-25T09:00:00Z";
const [RECORDS, REPEATS, ENTRIES, CHECKINS] = [100, 7, 1000, 260];
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const HARD = "A hard session; what I felt and what was the client's, and a walk afterwards. ";
const textOf = (place) => `${HARD.repeat(4 + (place % 8))}Entry ${place}.`;

// Milliseconds of this process's own work, so that a busy machine does not count.
async function timed(work) {
  const began = process.cpuUsage();
  const given = await work();
  const { user, system } = process.cpuUsage(began);
  return [(user + system) / 1000, given];
}

async function inTurns(works) {
  const taken = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let turn = 0; turn <= REPEATS; turn += 1) {
    for (const [name, work] of Object.entries(works)) {
      const [spent] = await timed(work);
      if (turn) taken[name].push(spent / RECORDS);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, median(list)]));
}

const encrypt = (recipient, bytes) => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
};
const decrypt = (identity, sealed) => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed);
};
const linkOf = (seq) => ({ id: "a".repeat(32), kind: "entry", at: AT, revision: 1, replaces: [], device: "b".repeat(32), seq, previous: "", signer: "identity" });

async function rates() {
  const keys = await makeKeys();
  const seal = (place) => sealRecord({ link: linkOf(place + 1), body: { text: textOf(place) }, author: keys.author, recipient: keys.recipient, sign: signWith(keys.seed) });
  const places = Array.from({ length: RECORDS }, (_, place) => place);
  const rows = [];
  for (const place of places) rows.push(await seal(place));
  const bytes = [];
  for (const { sealed } of rows) bytes.push(await decrypt(keys.identity, sealed));
  const each = (list, work) => async () => {
    for (const one of list) await work(one);
  };
  return inTurns({
    bare_seal: each(bytes, (plain) => encrypt(keys.recipient, plain)),
    seal: each(places, seal),
    bare_open: each(rows, ({ sealed }) => decrypt(keys.identity, sealed)),
    open: each(rows, ({ row, sealed }) => openRecord({ row, sealed, keys })),
  });
}

// A vault with that many records on a device that opens them for the first time.
async function filled(count, kind, bodyOf, { isLocked = false } = {}) {
  const keys = await makeKeys();
  const store = new MemoryStore();
  const vault = new Vault(store);
  await vault.load();
  await vault.enter(keys, { at: AT });
  if (isLocked) vault.lock();
  for (let place = 0; place < count; place += 1) await vault.write(kind, bodyOf(place), { at: AT });
  return { keys, store };
}

// `isFirst`: without the digest of what this device verified before.
async function opened({ keys, store }, count, { isFirst }) {
  if (isFirst) await store.remove("digest");
  const vault = new Vault(store);
  await vault.load();
  await vault.enter(keys, { at: AT });
  const [spent, { records, findings }] = await timed(() => vault.read());
  const found = [...records.values()].flat().filter(({ link }) => ["entry", "checkin"].includes(link.kind));
  if (found.length !== count || findings.length) throw new Error("The vault did not open whole.");
  const [digested] = await timed(() => vault.digested);
  return { spent, digested, vault };
}

async function entries() {
  const full = await filled(ENTRIES, "entry", (place) => ({ text: textOf(place) }));
  const taken = { opened: [], digested: [], reopened: [], again: [], searched: [] };
  for (let turn = 0; turn <= 3; turn += 1) {
    const { spent, digested } = await opened(full, ENTRIES, { isFirst: true });
    const { spent: reopened, vault } = await opened(full, ENTRIES, { isFirst: false });
    const [again, { records }] = await timed(() => vault.read());
    const [searched, hits] = await timed(async () => search(records, "Entry 777."));
    if (hits.length !== 1) throw new Error("The search did not find its entry.");
    if (turn) for (const [name, one] of Object.entries({ opened: spent, digested, reopened, again, searched })) taken[name].push(one);
  }
  return { entries_opened: median(taken.opened), entries_digested: median(taken.digested), entries_reopened: median(taken.reopened), entries_again: median(taken.again), entries_searched: median(taken.searched) };
}

// As the journal does: every word folded, then looked for.
function search(records, asked) {
  const bodies = [...records.values()].flat().filter(({ link }) => link.kind === "entry");
  return searchEntries(bodies.map(({ body }) => ({ words: fold(body.text) })), asked);
}

async function checkins() {
  const answers = Object.fromEntries(Array.from({ length: 10 }, (_, place) => [`question_${place}`, place % 5]));
  const full = await filled(CHECKINS, "checkin", () => ({ answers }), { isLocked: true });
  const taken = [];
  for (let turn = 0; turn <= 3; turn += 1) {
    const { spent } = await opened(full, CHECKINS, { isFirst: true });
    if (turn) taken.push(spent);
  }
  return { checkins_opened: median(taken) };
}

process.stdout.write(JSON.stringify({ node: process.version, ...(await rates()), ...(await entries()), ...(await checkins()) }));
