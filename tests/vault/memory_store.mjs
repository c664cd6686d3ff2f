// A store in memory and a server in memory, for tests that need neither browser nor network.

import { together } from "../../private_room/page/vault/changes.js";
import { Refused } from "../../private_room/page/vault/refusals.js";

const PLACES = ["kept", "rows", "slots", "gone"];

export class MemoryStore {
  #isOver = false;
  #places;

  // `kept` is what another store held when it ended, as its `holds` gave it.
  constructor(kept = {}) {
    this.#places = Object.fromEntries(PLACES.map((place) => [place, new Map(kept[place])]));
  }

  get holds() {
    return Object.fromEntries(PLACES.map((place) => [place, new Map(this.#places[place])]));
  }

  exclusively = async (work) => work();
  anew = () => new MemoryStore();
  get = async (name) => this.#places.kept.get(name);
  listRows = async () => this.#inOrder("rows");
  listSlots = async () => this.#inOrder("slots");
  listGone = async () => [...this.#places.gone.values()];

  // As in a browser: by their names, which tell nothing of when each was written.
  #inOrder(place) {
    const sorted = [...this.#places[place]].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([, one]) => one);
  }

  // As in a browser: a store ends with its room, and is written to no more.
  #writable() {
    if (this.#isOver) throw new Refused("over");
    return this.#places;
  }

  async keep(change) {
    const { kept, rows, slots, gone } = this.#writable();
    const whole = together(change);
    for (const [name, value] of Object.entries(whole.set)) kept.set(name, value);
    for (const name of whole.remove) kept.delete(name);
    for (const row of whole.rows) rows.set(row.row, row);
    for (const slot of whole.slots) slots.set(slot.slot, slot);
    for (const [place, names] of Object.entries(whole.drop)) for (const name of names) this.#drop(place, name);
    for (const name of whole.settled) gone.delete(name);
  }

  #drop(place, name) {
    this.#places[place].delete(name);
    this.#places.gone.set(name, { name, isSlot: place === "slots" });
  }

  async confirm(place, told) {
    const here = this.#writable()[place];
    for (const [name, sealed] of told) {
      const one = here.get(name);
      const key = place.slice(0, -1);
      if (one && Buffer.compare(one.sealed, sealed) === 0) here.set(name, { [key]: name, sealed, isSent: true });
    }
  }

  async erase() {
    this.#isOver = true;
    for (const place of Object.values(this.#places)) place.clear();
  }

  // What tests do to a store by hand.
  set = (name, value) => this.keep({ set: { [name]: value } });
  remove = (name) => this.keep({ remove: [name] });
  putRow = (row) => this.keep({ rows: [row] });
  removeRow = (row) => this.keep({ drop: { rows: [row] } });
  forgetGone = (name) => this.keep({ settled: [name] });
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
