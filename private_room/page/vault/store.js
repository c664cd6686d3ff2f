// What stays in this browser: sealed rows and slots, public pins, and keys that cannot be taken out.
// It knows IndexedDB. Nothing readable is ever handed to it. A store ends with its room: whoever is
// still at work for that room then finds it closed, and cannot write into the place of the next one.

import { together } from "./changes.js";
import { Refused } from "./refusals.js";

const NAME = "fallow.vault";
const PLACES = ["kept", "rows", "slots", "gone"];
const KEY_PATHS = { rows: "row", slots: "slot", gone: "name" };

// Nothing is made in the browser before something is kept: until then there is no database.
export class BrowserStore {
  #opening = null;
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

  #open() {
    if (this.#isOver) throw new Refused("over");
    const opening = (this.#opening ??= openDatabase());
    const forget = () => {
      if (this.#opening === opening) this.#opening = null; // tried anew with the next question
    };
    const listen = (database) => {
      database.onversionchange = () => this.#endFromElsewhere();
      database.onclose = forget; // the disk failed, or the browser was told to forget this site
    };
    opening.then(listen, forget);
    return opening;
  }

  // Another tab erases the room: it waits until every tab let go of it.
  #endFromElsewhere() {
    this.#close();
    this.onover?.();
  }

  async #close() {
    this.#isOver = true;
    const database = await this.#opening?.catch(() => null);
    this.#opening = null;
    database?.close();
  }

  // One writer at a time over all tabs, so that a chain never forks on one device.
  exclusively(work, name = NAME) {
    return navigator.locks.request(name, work);
  }

  get(name) {
    return this.#ask("kept", (kept) => kept.get(name));
  }

  listRows() {
    return this.#list("rows");
  }

  listSlots() {
    return this.#list("slots");
  }

  listGone() {
    return this.#list("gone");
  }

  set(name, value) {
    return this.keep({ set: { [name]: value } });
  }

  remove(name) {
    return this.keep({ remove: [name] });
  }

  // One change (see changes.js) is one transaction: after an end of power all of it is there, or nothing.
  keep(change) {
    const { set, remove, drop, settled, ...added } = together(change);
    return this.#transact(PLACES, ({ kept, gone, ...places }) => {
      for (const [name, value] of Object.entries(set)) kept.put(value, name);
      for (const name of remove) kept.delete(name);
      for (const [place, list] of Object.entries(added)) for (const one of list) places[place].put(one);
      for (const [place, names] of Object.entries(drop)) for (const name of names) dropOne(places[place], gone, name);
      for (const name of settled) gone.delete(name);
    });
  }

  // The server has these very bytes. What was written anew or dropped meanwhile still waits.
  confirm(place, told) {
    return this.#transact([place], (places) => {
      for (const [name, sealed] of told) {
        const request = places[place].get(name);
        request.onsuccess = () => {
          const here = request.result;
          if (here && indexedDB.cmp(here.sealed, sealed) === 0) places[place].put({ [KEY_PATHS[place]]: name, sealed, isSent: true });
        };
      }
    });
  }

  // Everything of this browser goes.
  async erase() {
    await this.#close();
    await settled(indexedDB.deleteDatabase(NAME));
  }

  #list(place) {
    return this.#ask(place, (held) => held.getAll(), []);
  }

  async #ask(place, ask, nothing) {
    if (!this.#opening) return nothing;
    let answer;
    await this.#transact([place], (places) => (answer = ask(places[place])), "readonly");
    return answer.result;
  }

  async #transact(names, work, mode = "readwrite") {
    try {
      await transact(await this.#open(), { names, work, mode });
    } catch (error) {
      throw error instanceof Refused ? error : new Refused(isFull(error) ? "full" : "not_kept");
    }
  }
}

function openDatabase() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const place of PLACES) request.result.createObjectStore(place, KEY_PATHS[place] ? { keyPath: KEY_PATHS[place] } : {});
  };
  return settled(request);
}

// Whatever goes wrong on the way takes all of it back.
function transact(database, { names, work, mode }) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode, { durability: "strict" });
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    try {
      work(Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])));
    } catch (error) {
      transaction.abort();
      reject(error);
    }
  });
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function dropOne(place, gone, name) {
  place.delete(name);
  gone.put({ name, isSlot: place.name === "slots" });
}

const isFull = (error) => error?.name === "QuotaExceededError";
