// One person's vault on one device: opened by a slot, locked again, written to in both states.
// It knows its store and the rules of chains; it knows no page and no network.

import { hashText, randomHex } from "./bytes.js";
import { proveDevices, readChains } from "./chain.js";
import { forgetDigest, recall, WORTH, writeDigest } from "./digest.js";
import { openRecord, sealRecord } from "./envelope.js";
import { makeDeviceKey, signOnDevice, signWith } from "./keys.js";
import { Refused } from "./refusals.js";

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

  // The first time anything is kept: keys that were just made, and the slot that holds them.
  async establish(keys, { slot, at }) {
    const kept = await this.addSlot(slot);
    await this.#enterAs(keys, at);
    return kept;
  }

  // With keys out of a slot. On a known device they have to be the known ones.
  async enter(keys, { at }) {
    const isOther = this.#pins && (this.#pins.author !== keys.author || this.#pins.recipient !== keys.recipient);
    if (isOther) throw new Refused("keys");
    await this.#enterAs(keys, at);
  }

  async #enterAs(keys, at) {
    this.#keys = keys;
    this.#pins = { author: keys.author, recipient: keys.recipient };
    await this.store.set("pins", this.#pins);
    if (!(await this.store.get("device"))) await this.#introduceDevice(at);
  }

  // A device signs while locked with a key of its own, which a record signed by the vault names.
  async #introduceDevice(at) {
    const { signing, verifying } = await makeDeviceKey();
    const device = { id: randomHex(16), signing, verifying, seq: 0, hash: "" };
    await this.store.set("device", device);
    await this.write("device", { device: device.id, verifying }, { at });
  }

  // The vault of other keys from now on (see rotating.js): old pins, device and heads are left behind.
  async become(keys, { at, former }) {
    await this.store.remove("device");
    await this.store.remove("heads");
    await forgetDigest(this);
    this.#opened.clear();
    await this.#enterAs(keys, at);
    await this.write("former_keys", { keys: former }, { at });
  }

  lock() {
    this.#keys = null;
    this.#opened.clear();
  }

  // Seals one revision. `tips` are the opened revisions that it replaces; none makes a new record.
  async write(kind, body, { at, id = randomHex(16), tips = [] }) {
    return this.store.exclusively(async () => {
      const device = await this.store.get("device");
      const link = {
        id: tips[0]?.link.id ?? id,
        kind,
        at,
        revision: Math.max(0, ...tips.map(({ link: tip }) => tip.revision)) + 1,
        replaces: tips.map(({ hash }) => hash),
        device: device.id,
        seq: device.seq + 1,
        previous: device.hash,
        signer: this.#keys ? "identity" : "device",
      };
      const sign = this.#keys ? signWith(this.#keys.seed) : signOnDevice(device.signing);
      const { row, hash, sealed } = await sealRecord({ link, body, ...this.#pins, sign });
      await this.store.putRow({ row, sealed, isSent: false }, { ...device, seq: link.seq, hash });
      return { row, hash, id: link.id };
    });
  }

  // Opens and verifies everything: records by id, a tray of what has to be asked about, findings.
  async read() {
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
    if (isWhole) await this.store.set("heads", read.heads);
    const isWorth = fresh.filter(({ row }) => this.#opened.has(row)).length >= WORTH;
    if (isWorth && this.#keys) this.digested = writeDigest(this, present).catch(() => {}); // nobody waits for it; without one, each is opened by itself
    return { ...read, findings: [...findings, ...read.findings] };
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

  async addSlot(sealed) {
    const slot = randomHex(16);
    await this.store.putSlot({ slot, sealed, isSent: false });
    return slot;
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
