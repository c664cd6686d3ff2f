// What the page asks for beyond reading and writing: open, keep, copy, end. One keeper for one page.
// It knows the vault and its ways in; it knows no screen, and never shows or logs what it holds.

import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { emptyErased } from "../vault/erasing.js";
import { makeKeys, readKeys, writeKeys } from "../vault/keys.js";
import { Refused } from "../vault/refusals.js";
import { beginRotation, continueRotation, isRotating } from "../vault/rotating.js";
import { openWithKey, openWithPasskey, sealToPasskey, sealToRecipient } from "../vault/slots.js";
import { syncVault } from "../vault/syncing.js";
import { newSlot, unlessFull } from "../vault/vault.js";
import { Exchanges } from "./exchanges.js";
import { addSheet, confirmSheet, mergeWays, removeWay, replaceWords } from "./ways.js";
import { noteExchange } from "./noticed.js";
import { Records } from "./records.js";
import { dropGone, findSlot, listWays, readRecovery, tellWays } from "./ways_kept.js";

export class Keeper extends Records {
  remote = null;
  #sealing = null;
  #tell = null;
  #exchanges = new Exchanges();

  // `words` seals and opens text by six words, in a worker of its own: it takes about a second.
  constructor(store, { words, now }) {
    super(store, { now });
    this.words = words;
  }

  // Keeping begins with one tap: this device's own key, which the browser never hands out.
  async keepOnDevice() {
    const { privateKey } = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
    const recipient = await identityToRecipient(privateKey);
    const also = (slot) => ({ set: { lock: privateKey, lock_slot: slot } });
    await this.#keepBy((keys) => sealToRecipient(keys, recipient), { also });
  }

  async keepWithPasskey({ recipient }) {
    await this.#keepBy((keys) => sealToPasskey(keys, recipient));
  }

  // New words take the place of those before them, once they are stored. `isTested`: typed back.
  async keepWithWords(words, { isTested = false } = {}) {
    const others = (await this.listWays()).filter(({ way }) => way === "words").map(({ slot }) => slot);
    const told = (slot) => (before) => replaceWords(before, { slot, on: this.#dayOf(isTested), others });
    await this.#keepBy((keys) => this.words.seal(writeKeys(keys), words), { told });
  }

  // New keys from now on, and new words as the only way in; `continueRotation` seals what there is.
  async changeKeys(words, { isTested = false } = {}) {
    const fresh = await makeKeys();
    const sealed = await this.words.seal(writeKeys(fresh), words);
    const at = this.now();
    const ways = (slot) => replaceWords(mergeWays([]), { slot, on: this.#dayOf(isTested), others: [] });
    await beginRotation(this.vault, fresh, { slot: sealed, at, told: (slot) => [{ kind: "ways", body: ways(slot), at }] });
    await this.refresh();
  }

  // Begun here or on another device, which may be lost by now: whoever opens the room ends it.
  async isSealingAgain() {
    return isRotating(await this.read());
  }

  // One at a time, in all tabs: two at once would write every record twice. Whoever looks last is told.
  sealAgain(tell) {
    this.#tell = tell;
    const told = (...progress) => this.#tell(...progress);
    const seal = () => continueRotation(this.vault, { at: this.now(), tell: told });
    this.#sealing ??= this.vault.store.exclusively(seal, "fallow.sealing_again").finally(() => (this.#sealing = null));
    return this.#sealing;
  }

  // Gives the key to print; it is not kept anywhere else.
  async keepWithSheet() {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    await this.#keepBy((keys) => sealToRecipient(keys, recipient), { told: (slot) => (before) => addSheet(before, slot) });
    return identity;
  }

  // The end of this sheet was typed back: it takes the place of the sheets before it.
  async confirmSheet(identity) {
    const { slot } = await findSlot(this.vault, "key", (sealed) => openWithKey(sealed, identity));
    await tellWays(this, (told) => confirmSheet(told, { slot, on: this.#dayOf(true) }));
  }

  async removeWay(slot) {
    await tellWays(this, (told) => removeWay(told, slot));
  }

  // Adds a way in to an open vault; where there is none yet, the vault begins here with what is held.
  // `told` gives, by its name, what the record of ways says of it; `also` what else is kept with it.
  // Making a lock takes its time: it is for the vault that was there when it began.
  async #keepBy(seal, { told = null, also = () => ({}) } = {}) {
    const { vault } = this;
    if (this.state === "locked") throw new Refused("keys");
    if (this.state === "new") return this.#beginBy(seal, also);
    const kept = newSlot(await seal(vault.keys));
    if (this.vault !== vault) throw new Refused("over");
    if (told) return tellWays(this, told(kept.slot), { slots: [kept] });
    await vault.store.keep({ slots: [kept], ...also(kept.slot) });
    return this.refresh();
  }

  async #beginBy(seal, also) {
    const { vault } = this;
    const keys = await makeKeys();
    const slot = await seal(keys);
    const records = [...this.held];
    try {
      await vault.establish(keys, { slot, at: this.now(), records, also });
    } catch (error) {
      if (error.reason !== "has_room") throw error;
      return this.#joinBegun();
    }
    this.held.splice(0, records.length);
    await this.#keepHeld();
  }

  // Another tab began a room here first: what is held waits in that one, sealed by this device.
  async #joinBegun() {
    await this.load();
    if (this.vault.author) await this.#writeHeld();
  }

  #dayOf(isTested) {
    return isTested ? this.now().slice(0, 10) : null;
  }

  // Held until it is kept: whoever finds no room for it can try again.
  async #keepHeld() {
    await this.#writeHeld();
    await this.#tidy().catch(unlessFull); // a full disk still opens
  }

  async #writeHeld() {
    const records = [...this.held];
    if (records.length) await this.vault.writeAll(records);
    this.held.splice(0, records.length);
    await this.refresh();
  }

  // What was erased or removed elsewhere goes here too, once its owner's signed word has come.
  async #tidy() {
    await emptyErased(this.vault);
    await dropGone(this);
  }

  async openOnDevice() {
    const identity = await this.vault.store.get("lock");
    if (!identity) throw new Refused("slot");
    return this.#openBy("key", (sealed) => openWithKey(sealed, identity));
  }

  async openWithPasskey(identity) {
    return this.#openBy("passkey", (sealed) => openWithPasskey(sealed, identity));
  }

  async openWithWords(words) {
    return this.#openBy("words", async (sealed) => readKeys(await this.words.open(sealed, words)));
  }

  async openWithSheet(identity) {
    return this.#openBy("key", (sealed) => openWithKey(sealed, identity));
  }

  async #openBy(way, open) {
    const { vault } = this;
    await findSlot(vault, way, async (sealed) => vault.enter(await open(sealed), { at: this.now() }));
    await this.#keepHeld();
  }

  listWays() {
    return listWays(this);
  }

  readRecovery() {
    return readRecovery(this);
  }

  // Here first, then the copy. Gives whether the server's part went too, where there is one.
  async eraseRoom() {
    const { remote } = this;
    await this.#empty();
    await this.#exchanges.settle();
    const isGone = remote ? await remote.erase().then(() => true, () => false) : true;
    await this.load();
    return isGone;
  }

  // A browser that has nothing yet takes the ways in and the sealed rows of whoever is signed in.
  async fetchFrom(remote) {
    const { vault } = this;
    if (await vault.store.get("pins")) throw new Refused("has_room"); // begun in another tab
    this.remote = remote;
    const noting = { arrived: "copy", remote: remote.account };
    await this.#exchanges.run(remote, (held) => syncVault(vault, held, { noting }));
    await this.refresh();
  }

  // A browser that has nothing yet takes what an export holds, sealed as it is, all of it or nothing.
  async restore({ slots, rows }) {
    const { store } = this.vault;
    await store.exclusively(async () => {
      const isTaken = (await store.get("pins")) || (await store.listSlots()).length > 0;
      if (isTaken) throw new Refused("has_room");
      const brought = {
        slots: slots.map((slot) => ({ ...slot, isSent: false })),
        rows: rows.map((row) => ({ ...row, isSent: false, isRestored: true })),
      };
      await store.keep({ ...brought, set: { arrived: "export" } });
    });
    await this.refresh();
  }

  // What was brought here and never opened here can be put away again; whoever brought it has it still.
  async putAway() {
    if (this.vault.author) throw new Refused("has_room");
    await this.endHere();
  }

  // The end of this browser's room alone: what the server keeps stays there.
  async endHere() {
    await this.#empty();
    await this.load();
  }

  async #empty() {
    const { store } = this.vault;
    this.leave();
    await store.erase();
  }

  leave() {
    this.endExchange();
    super.leave();
  }

  // Nothing more is sent or taken; what waits stays where it is.
  endExchange() {
    this.remote = null;
    this.#exchanges.callOff();
  }

  // Up goes what waits, down comes what is new. Without a connection everything waits where it is.
  async sync() {
    if (!this.remote || !this.vault.author) return null;
    return this.#exchanges.run(this.remote, (remote) => this.#exchange(remote));
  }

  async #exchange(remote) {
    const { vault } = this;
    const note = (lost) => noteExchange(vault.store, { lost, isElsewhere: false });
    const { isElsewhere, ...done } = await syncVault(vault, remote, { note });
    await noteExchange(vault.store, { lost: [], isElsewhere });
    if (done.received) this.forgetRead();
    if (this.state === "open" && !isElsewhere) await this.#afterSync();
    await this.refresh();
    return { ...done, isElsewhere };
  }

  async #afterSync() {
    await this.vault.tellHeads(await this.read(), { at: this.now() });
    await this.#tidy();
  }
}
