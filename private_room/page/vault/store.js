// What stays in this browser: sealed rows and slots, public pins, and keys that cannot be taken out.
// It knows IndexedDB. Nothing readable is ever handed to it. A store ends with its room: whoever is
// still at work for that room then finds it closed, and cannot write into the place of the next one.

import { Refused } from "./refusals.js";

const NAME = "fallow.vault";
const PLACES = ["kept", "rows", "slots", "gone"];
const KEY_PATHS = { rows: "row", slots: "slot", gone: "name" };

// Nothing is made in the browser before something is kept: until then there is no database.
export class BrowserStore {
  #database = null;
  #isOver = false;
  onover = null; // told when the room was erased in another tab

  static async open() {
    const store = new BrowserStore();
    const there = await indexedDB.databases();
    if (there.some(({ name }) => name === NAME)) await store.#open();
    return store;
  }

  // For the room after this one.
  anew() {
    return new BrowserStore();
  }

  async #open() {
    if (this.#isOver) throw new Refused("over");
    this.#database ??= await new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        for (const place of PLACES) request.result.createObjectStore(place, KEY_PATHS[place] ? { keyPath: KEY_PATHS[place] } : {});
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    this.#database.onversionchange = () => this.#endFromElsewhere();
  }

  // Another tab erases the room: it waits until every tab let go of it.
  #endFromElsewhere() {
    this.#close();
    this.onover?.();
  }

  #close() {
    this.#isOver = true;
    this.#database?.close();
    this.#database = null;
  }

  // One writer at a time over all tabs, so that a chain never forks on one device.
  exclusively(work, name = NAME) {
    return navigator.locks.request(name, work);
  }

  get(name) {
    return this.#ask("kept", "readonly", (kept) => kept.get(name));
  }

  set(name, value) {
    return this.#ask("kept", "readwrite", (kept) => kept.put(value, name));
  }

  remove(name) {
    return this.#ask("kept", "readwrite", (kept) => kept.delete(name));
  }

  listRows() {
    return this.#ask("rows", "readonly", (rows) => rows.getAll());
  }

  // A row and the device's new head are kept together or not at all.
  putRow(row, device = null) {
    return this.#transact(device ? ["rows", "kept"] : ["rows"], (places) => {
      places.rows.put(row);
      if (device) places.kept.put(device, "device");
    });
  }

  removeRow(row) {
    return this.#drop("rows", row, { name: row, isSlot: false });
  }

  listSlots() {
    return this.#ask("slots", "readonly", (slots) => slots.getAll());
  }

  putSlot(slot) {
    return this.#ask("slots", "readwrite", (slots) => slots.put(slot));
  }

  // Everything of an export at once: all of it is kept, or nothing.
  putAll({ slots, rows }) {
    return this.#transact(["slots", "rows"], (places) => {
      for (const slot of slots) places.slots.put({ ...slot, isSent: false });
      for (const row of rows) places.rows.put({ ...row, isSent: false, isRestored: true });
    });
  }

  removeSlot(slot) {
    return this.#drop("slots", slot, { name: slot, isSlot: true });
  }

  listGone() {
    return this.#ask("gone", "readonly", (gone) => gone.getAll());
  }

  forgetGone(name) {
    return this.#ask("gone", "readwrite", (gone) => gone.delete(name));
  }

  // Everything of this browser goes.
  async erase() {
    this.#close();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
  }

  #drop(place, name, gone) {
    return this.#transact([place, "gone"], (places) => {
      places[place].delete(name);
      places.gone.put(gone);
    });
  }

  async #ask(place, mode, ask) {
    if (!this.#database && mode === "readonly") return place === "kept" ? undefined : [];
    let answer;
    await this.#transact([place], (places) => (answer = ask(places[place])), mode);
    return answer.result;
  }

  async #transact(names, work, mode = "readwrite") {
    await this.#open();
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(names, mode, { durability: "strict" });
      work(Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])));
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}
