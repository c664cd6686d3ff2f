// A store whose browser is full or whose process ends at the k-th thing it is to keep, and rooms on it.
// What one call keeps is one transaction in a browser: it is there as a whole, or not at all.

import { Decrypter, Encrypter } from "age-encryption";
import { Keeper } from "../../private_room/page/keeping/keeper.js";
import { Refused } from "../../private_room/page/vault/refusals.js";
import { NOW } from "./keepers.mjs";
import { MemoryServer, MemoryStore } from "./memory_store.mjs";

export class Stopped extends Error {}

export class FailingStore extends MemoryStore {
  writes = 0;
  #from = Infinity;
  #failure = null;

  // Nothing is kept from the k-th write on.
  failFrom(k, failure) {
    [this.writes, this.#from, this.#failure] = [0, k, failure];
  }

  makeRoom() {
    this.#from = Infinity;
  }

  keep(change) {
    return this.#write(() => super.keep(change));
  }

  confirm(place, told) {
    return this.#write(() => super.confirm(place, told));
  }

  async #write(work) {
    this.writes += 1;
    if (this.writes >= this.#from) throw this.#failure === "full" ? new Refused("full") : new Stopped();
    return work();
  }
}

// As the real lock of six words, but for its slowness.
const quickWords = {
  async seal(text, words) {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(words);
    encrypter.setScryptWorkFactor(1);
    return encrypter.encrypt(text);
  },
  async open(sealed, words) {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(words);
    return decrypter.decrypt(sealed, "text").catch(() => Promise.reject(new Refused("slot")));
  },
};

export function openPage(store) {
  return new Keeper(store, { words: quickWords, now: () => NOW }).load();
}

// A server whose j-th answer never arrives: what was asked was done all the same, or it was not.
export class FailingServer extends MemoryServer {
  account = "ada";
  asked = 0;
  #from = Infinity;
  #isDone = false;

  constructor(kept = {}) {
    super();
    for (const place of ["rows", "slots"]) this[place] = new Map(kept[place]);
    for (const name of ["list", "read", "put", "remove"]) {
      const call = this[name].bind(this);
      this[name] = (...given) => this.#ask(() => call(...given));
    }
  }

  dieAt(j, { isDone }) {
    [this.asked, this.#from, this.#isDone] = [0, j, isDone];
  }

  comeBack() {
    this.#from = Infinity;
  }

  async #ask(call) {
    this.asked += 1;
    if (this.asked < this.#from) return call();
    if (this.asked === this.#from && this.#isDone) await call();
    throw new Error("unreachable");
  }
}
