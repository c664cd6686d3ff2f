// What the page asks for: write this, read everything, lock, open, keep. One keeper for one page.
// It knows the vault and its ways in; it knows no screen, and never shows or logs what it holds.

import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { makeKeys, readKeys, writeKeys } from "../vault/keys.js";
import { Refused } from "../vault/refusals.js";
import { openWithKey, openWithPasskey, sealToPasskey, sealToRecipient, wayOf } from "../vault/slots.js";
import { syncVault } from "../vault/syncing.js";
import { Vault } from "../vault/vault.js";

export class Keeper extends EventTarget {
  // Bodies written before there was any key: in memory alone, and gone with the page unless kept.
  held = [];
  remote = null;
  #read = null;
  #hasSlots = false;

  // `words` seals and opens text by six words, in a worker of its own: it takes about a second.
  constructor(store, { words, now }) {
    super();
    this.vault = new Vault(store);
    this.words = words;
    this.now = now;
  }

  async load() {
    await this.vault.load();
    await this.#changed();
    return this;
  }

  // "new": nothing was ever kept; "locked": there is a way in to be used; "open".
  get state() {
    return this.vault.state === "new" && this.#hasSlots ? "locked" : this.vault.state;
  }

  async write(kind, body, { tips = [], id } = {}) {
    const at = this.now();
    if (!this.vault.author) return void this.held.push({ kind, body, at });
    const written = await this.vault.write(kind, body, { at, tips, ...(id && { id }) });
    await this.refresh();
    return written;
  }

  // Records, tray and findings; only while the vault is open.
  async read() {
    this.#read ??= this.vault.read();
    return this.#read;
  }

  // The tips of every record of one kind, newest first; erased ones are left out.
  async list(kind) {
    const { records } = await this.read();
    const tips = [...records.values()].filter(([tip]) => tip.link.kind === kind && tip.body !== null);
    return tips.sort(([a], [b]) => (a.link.at < b.link.at ? 1 : -1));
  }

  // Keeping begins with one tap: this device's own key, which the browser never hands out.
  async keepOnDevice() {
    const { privateKey } = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
    const recipient = await identityToRecipient(privateKey);
    await this.vault.store.set("lock", privateKey);
    await this.#keepBy((keys) => sealToRecipient(keys, recipient));
  }

  async keepWithPasskey({ recipient }) {
    await this.#keepBy((keys) => sealToPasskey(keys, recipient));
  }

  async keepWithWords(words) {
    await this.#keepBy((keys) => this.words.seal(writeKeys(keys), words));
  }

  // Gives the key to print; it is not kept anywhere else.
  async keepWithSheet() {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    await this.#keepBy((keys) => sealToRecipient(keys, recipient));
    return identity;
  }

  // Adds a way in to an open vault; where there is none yet, the vault begins here with what is held.
  async #keepBy(seal) {
    if (this.state === "locked") throw new Refused("keys");
    if (this.state === "open") return void (await this.vault.addSlot(await seal(this.vault.keys)));
    const keys = await makeKeys();
    await this.vault.establish(keys, { slot: await seal(keys), at: this.now() });
    await this.#keepHeld();
  }

  async #keepHeld() {
    for (const { kind, body, at } of this.held.splice(0)) await this.vault.write(kind, body, { at });
    await this.refresh();
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

  // Tries each slot of that way; the first that opens is the one. A weak lock is said as such.
  async #openBy(way, open) {
    const slots = await this.vault.store.listSlots();
    let refusal = new Refused("slot");
    for (const { sealed } of slots.filter((slot) => readWay(slot.sealed) === way)) {
      try {
        await this.vault.enter(await open(sealed), { at: this.now() });
        return await this.#keepHeld();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.reason !== "slot") refusal = error;
      }
    }
    throw refusal;
  }

  // Which ways in there are, by what their slots are: words, key (sheet or device), passkey.
  async listWays() {
    const slots = await this.vault.store.listSlots();
    return slots.map(({ slot, sealed }) => ({ slot, way: readWay(sealed) }));
  }

  // Recoverable means: with this device gone, there is still a way in. A sheet counts once it was
  // tested by typing part of it back.
  async isRecoverable() {
    const [ways] = await this.list("ways");
    return Boolean(ways?.[0].body.words && ways[0].body.sheet);
  }

  async markWay(way) {
    const [tips] = await this.list("ways");
    await this.write("ways", { ...tips?.[0].body, [way]: this.now().slice(0, 10) }, { tips: tips ?? [] });
  }

  // Keys first: what is left anywhere, here or in a backup of the server, is scrambled for good.
  async eraseRoom() {
    this.vault.lock();
    await this.vault.store.erase();
    if (this.remote) await this.remote.erase().catch(() => {});
    this.remote = null;
    await this.load();
  }

  // What a device wrote before its room was opened there, taken over under one's own signature.
  async adopt(tray) {
    for (const { link, body } of tray) await this.vault.write(link.kind, body, { at: link.at });
    await this.dismiss(tray);
  }

  async dismiss(tray) {
    for (const { row } of tray) await this.vault.store.removeRow(row);
    await this.refresh();
  }

  lock() {
    this.vault.lock();
    return this.refresh();
  }

  // A browser that has nothing yet takes the ways in and the sealed rows of whoever is signed in.
  async fetchFrom(remote) {
    this.remote = remote;
    await syncVault(this.vault, remote);
    await this.refresh();
  }

  // Up goes what waits, down comes what is new. Without a connection everything waits where it is.
  async sync() {
    if (!this.remote || !this.vault.author) return null;
    const done = await syncVault(this.vault, this.remote);
    if (done.received) this.#read = null;
    if (this.state === "open") await this.vault.tellHeads(await this.read(), { at: this.now() });
    await this.refresh();
    return done;
  }

  // What was changed (here, by erasing, by rotating) is read anew, and whoever listens is told.
  async refresh() {
    this.#read = null;
    await this.#changed();
  }

  async #changed() {
    this.#hasSlots = (await this.vault.store.listSlots()).length > 0;
    this.dispatchEvent(new Event("change"));
  }
}

// What the server hands over as a way in may be anything; what is none opens nothing.
function readWay(sealed) {
  try {
    return wayOf(sealed);
  } catch {
    return null;
  }
}
