// What a room holds, for one page: written, read and listed, in whatever state it is in.
// It knows the vault and nothing of its ways in; whatever changes it is told as an event.

import { Vault } from "../vault/vault.js";

export class Records extends EventTarget {
  // Bodies written before there was any key: in memory alone, and gone with the page unless kept.
  held = [];
  #read = null;
  #hasSlots = false;

  constructor(store, { now }) {
    super();
    this.now = now;
    this.#begin(store);
  }

  #begin(store) {
    this.vault = new Vault(store);
    store.onover = () => this.#endedElsewhere();
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

  async write(kind, body, { tips, id, also } = {}) {
    const at = this.now();
    if (!this.vault.author) return void this.held.push({ kind, body, at });
    const written = await this.vault.write(kind, body, { at, tips, id, also });
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

  // What a device wrote before its room was opened there, taken over under one's own signature.
  async adopt(tray) {
    await this.vault.writeAll(tray.map(({ link, body }) => ({ kind: link.kind, body, at: link.at })), without(tray));
    await this.refresh();
  }

  async dismiss(tray) {
    await this.vault.store.keep(without(tray));
    await this.refresh();
  }

  lock() {
    this.vault.lock();
    return this.refresh();
  }

  // Whatever is still at work for this room holds its old vault, which is locked and writes nowhere.
  leave() {
    const { vault } = this;
    this.held = [];
    this.forgetRead();
    vault.lock();
    this.#begin(vault.store.anew());
  }

  async #endedElsewhere() {
    this.leave();
    await this.load();
    this.dispatchEvent(new Event("ended"));
  }

  forgetRead() {
    this.#read = null;
  }

  // What was changed (here, by erasing, by rotating) is read anew, and whoever listens is told.
  async refresh() {
    this.forgetRead();
    await this.#changed();
  }

  async #changed() {
    this.#hasSlots = (await this.vault.store.listSlots()).length > 0;
    this.dispatchEvent(new Event("change"));
  }
}

const without = (tray) => ({ drop: { rows: tray.map(({ row }) => row) } });
