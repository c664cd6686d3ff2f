// One person's vault on one device: opened by a slot, locked again, written to in both states.
// It knows its store and the rules of chains; it knows no page and no network. Each act is one change
// of the store (see changes.js), and the vault itself changes only once that is kept.

import { hashText, randomHex } from "./bytes.js";
import { proveDevices, readChains } from "./chain.js";
import { together } from "./changes.js";
import { DIGEST, recall, WORTH, writeDigest } from "./digest.js";
import { openRecord } from "./envelope.js";
import { makeDeviceKey } from "./keys.js";
import { Refused } from "./refusals.js";
import { sealRun } from "./writing.js";

const AT_ONCE = 32;

export class Vault {
  #keys = null;
  #pins = null;
  #opened = new Map();
  digested = Promise.resolve();

  constructor(store) {
    this.store = store;
  }

  async load() {
    this.#pins = (await this.store.get("pins")) ?? null; // none, once a room was erased
    return this.state;
  }

  get state() {
    if (this.#keys) return "open";
    return this.#pins ? "locked" : "new";
  }

  get author() {
    return this.#pins?.author ?? null;
  }

  // Only what signs, seals and opens; it is gone when the vault locks.
  get keys() {
    if (!this.#keys) throw new Refused("keys");
    return this.#keys;
  }

  // The first time anything is kept: keys that were just made, the slot that holds them, and what was
  // written before there were any. `also` gives, by the slot's name, what else is kept with them.
  async establish(keys, { slot, at, records = [], also = () => ({}) }) {
    const kept = newSlot(slot);
    const change = together({ slots: [kept] }, also(kept.slot));
    await this.#enterAs(keys, { at, records, change, check: () => this.#refuseTaken() });
    return kept.slot;
  }

  // In another tab a room may have begun here meanwhile; it is never begun over.
  async #refuseTaken() {
    if ((await this.store.get("pins")) || (await this.store.listSlots()).length > 0) throw new Refused("has_room");
  }

  // With keys out of a slot. On a known device they have to be the known ones.
  async enter(keys, { at }) {
    await this.#enterAs(keys, { at, check: () => this.#refuseOthers(keys, "keys") });
  }

  async #refuseOthers(keys, reason) {
    const pins = await this.store.get("pins");
    if (pins && (pins.author !== keys.author || pins.recipient !== keys.recipient)) throw new Refused(reason);
  }

  // The vault of other keys from now on (see rotating.js): old pins, device and heads are left behind.
  // `records` gives, by the name of the slot that holds the keys, the first that is written with them.
  async become(keys, { slot, at, records }) {
    const kept = newSlot(slot);
    const change = { slots: [kept], remove: ["heads", DIGEST] };
    const before = this.keys;
    await this.#enterAs(keys, { at, records: records(kept.slot), change, isAnew: true, check: () => this.#refuseOthers(before, "changed") });
    this.#opened.clear();
    return kept.slot;
  }

  // Where this device is known and nothing is to be kept, nothing is: a full disk still opens.
  async #enterAs(keys, { at, records = [], change = {}, isAnew = false, check }) {
    const pins = { author: keys.author, recipient: keys.recipient };
    await this.store.exclusively(async () => {
      await check();
      const known = isAnew ? null : await this.store.get("device");
      if (known && !records.length && !change.slots) return;
      const { device, run } = known ? { device: known, run: records } : await introduce(records, at);
      const sealed = await sealRun(run, { device, pins, keys });
      await this.store.keep(together({ rows: sealed.rows, set: { pins, device: sealed.device } }, change));
    });
    [this.#keys, this.#pins] = [keys, pins];
  }

  lock() {
    this.#keys = null;
    this.#opened.clear();
  }

  // Seals one revision. `tips` are the opened revisions that it replaces; none makes a new record.
  // `also` is a change that is kept in the same moment.
  async write(kind, body, { at, id, tips, also }) {
    const [written] = await this.writeAll([{ kind, body, at, id, tips }], also);
    return written;
  }

  // All of them, or none. While locked, for the keys that this device knows now.
  async writeAll(run, also = {}) {
    return this.exclusively(async () => {
      const [device, pins] = [await this.store.get("device"), await this.store.get("pins")];
      if (!device) throw new Refused("over");
      const sealed = await sealRun(run, { device, pins, keys: this.#keys });
      await this.store.keep(together({ rows: sealed.rows, set: { device: sealed.device } }, also));
      return sealed.written;
    });
  }

  // One writer at a time, and none with keys that were changed in another tab.
  exclusively(work) {
    return this.store.exclusively(async () => {
      if (this.#keys) await this.#refuseOthers(this.#keys, "changed");
      return work();
    });
  }

  // Opens and verifies everything: records by id, a tray of what has to be asked about, findings.
  async read() {
    await this.#refuseOthers(this.keys, "changed"); // these would find everything missing
    const rows = await this.store.listRows();
    const findings = [];
    const fresh = await this.#recall(rows);
    for (let place = 0; place < fresh.length; place += AT_ONCE) {
      await Promise.all(fresh.slice(place, place + AT_ONCE).map((row) => this.#open(row, findings)));
    }
    const known = (await this.store.get("heads")) ?? {};
    const present = rows.map(({ row }) => this.#opened.get(row)).filter(Boolean);
    await proveDevices(present, this.keys.author);
    const read = readChains(present, { author: this.keys.author, known });
    const isWhole = !read.findings.some(({ reason }) => reason === "rollback");
    if (isWhole) await this.#remember(read.heads, known);
    const isWorth = fresh.filter(({ row }) => this.#opened.has(row)).length >= WORTH;
    if (isWorth && this.#keys) this.digested = writeDigest(this, present).catch(() => {}); // nobody waits for it; without one, each is opened by itself
    return { ...read, findings: [...findings, ...read.findings] };
  }

  // On a full disk one still reads; the heads that were remembered before stay true.
  async #remember(heads, known) {
    if (JSON.stringify(heads) === JSON.stringify(known)) return;
    await this.exclusively(() => this.store.set("heads", heads)).catch(unlessFull);
  }

  // What the digest knows is taken from it; gives the rows that have to be opened one by one.
  async #recall(rows) {
    const closed = rows.filter(({ row }) => !this.#opened.has(row));
    if (closed.length < WORTH) return closed;
    for (const one of await recall(this, closed)) this.#opened.set(one.row, one);
    return closed.filter(({ row }) => !this.#opened.has(row));
  }

  async #open({ row, sealed }, findings) {
    try {
      this.#opened.set(row, await openRecord({ row, sealed, keys: this.keys }));
    } catch (error) {
      findings.push({ reason: error instanceof Refused ? error.reason : "unreadable", row });
    }
  }

  openedAt = (row) => this.#opened.get(row);

  // A row whose sealed bytes changed on this device has to be opened anew.
  forgetOpened(row) {
    this.#opened.delete(row);
  }

  // What this device has seen of the others, said in a record that travels with the rest.
  async tellHeads({ records, heads }, { at }) {
    const device = await this.store.get("device");
    const others = Object.fromEntries(Object.entries(heads).filter(([id]) => id !== device.id));
    const id = hashText(`heads of ${device.id}`).slice(0, 32);
    const tips = records.get(id) ?? [];
    const isKnown = JSON.stringify(tips[0]?.body?.heads ?? {}) === JSON.stringify(others);
    return isKnown ? null : this.write("heads", { heads: others }, { at, id, tips });
  }
}

// A sealed way in, as it is kept and waits to be sent.
export function newSlot(sealed) {
  return { slot: randomHex(16), sealed, isSent: false };
}

// A device signs while locked with a key of its own, which a record signed by the vault names.
async function introduce(records, at) {
  const { signing, verifying } = await makeDeviceKey();
  const device = { id: randomHex(16), signing, seq: 0, hash: "" };
  return { device, run: [{ kind: "device", body: { device: device.id, verifying }, at }, ...records] };
}

export function unlessFull(error) {
  if (error.reason !== "full") throw error;
}
