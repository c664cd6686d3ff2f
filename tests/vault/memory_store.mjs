// A store in memory and a server in memory, for tests that need neither browser nor network.

import { Refused } from "../../private_room/page/vault/refusals.js";

export class MemoryStore {
  #isOver = false;
  #kept = new Map();
  #rows = new Map();
  #slots = new Map();
  #gone = new Map();

  exclusively = async (work) => work();
  anew = () => new MemoryStore();
  get = async (name) => this.#kept.get(name);
  set = async (name, value) => void this.#writable().#kept.set(name, value);
  remove = async (name) => void this.#writable().#kept.delete(name);
  listRows = async () => [...this.#rows.values()];
  listSlots = async () => [...this.#slots.values()];
  putSlot = async (slot) => void this.#writable().#slots.set(slot.slot, slot);
  listGone = async () => [...this.#gone.values()];
  forgetGone = async (name) => void this.#writable().#gone.delete(name);

  // As in a browser: a store ends with its room, and is written to no more.
  #writable() {
    if (this.#isOver) throw new Refused("over");
    return this;
  }

  async putAll({ slots, rows }) {
    this.#writable();
    for (const slot of slots) this.#slots.set(slot.slot, { ...slot, isSent: false });
    for (const row of rows) this.#rows.set(row.row, { ...row, isSent: false, isRestored: true });
  }

  async erase() {
    this.#isOver = true;
    for (const place of [this.#kept, this.#rows, this.#slots, this.#gone]) place.clear();
  }

  async putRow(row, device = null) {
    this.#writable();
    this.#rows.set(row.row, row);
    if (device) this.#kept.set("device", device);
  }

  async removeRow(row) {
    this.#writable();
    this.#rows.delete(row);
    this.#gone.set(row, { name: row, isSlot: false });
  }

  async removeSlot(slot) {
    this.#writable();
    this.#slots.delete(slot);
    this.#gone.set(slot, { name: slot, isSlot: true });
  }
}

export class MemoryServer {
  rows = new Map();
  slots = new Map();

  list = async () => ({ rows: [...this.rows.keys()], slots: [...this.slots.keys()] });
  read = async (place, names) => Object.fromEntries(names.map((name) => [name, this[place].get(name)]));
  remove = async (place, name) => void this[place].delete(name);

  async erase() {
    for (const place of [this.rows, this.slots]) place.clear();
  }

  async put(place, rows) {
    for (const [name, sealed] of Object.entries(rows)) this[place].set(name, sealed);
  }
}
