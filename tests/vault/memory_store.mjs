// A store in memory and a server in memory, for tests that need neither browser nor network.

export class MemoryStore {
  #kept = new Map();
  #rows = new Map();
  #slots = new Map();
  #gone = new Map();

  exclusively = (work) => work();
  get = async (name) => this.#kept.get(name);
  set = async (name, value) => void this.#kept.set(name, value);
  remove = async (name) => void this.#kept.delete(name);
  listRows = async () => [...this.#rows.values()];
  listSlots = async () => [...this.#slots.values()];
  putSlot = async (slot) => void this.#slots.set(slot.slot, slot);
  listGone = async () => [...this.#gone.values()];
  forgetGone = async (name) => void this.#gone.delete(name);

  async putAll({ slots, rows }) {
    for (const slot of slots) this.#slots.set(slot.slot, { ...slot, isSent: false });
    for (const row of rows) this.#rows.set(row.row, { ...row, isSent: false, isRestored: true });
  }

  async erase() {
    for (const place of [this.#kept, this.#rows, this.#slots, this.#gone]) place.clear();
  }

  async putRow(row, device = null) {
    this.#rows.set(row.row, row);
    if (device) this.#kept.set("device", device);
  }

  async removeRow(row) {
    this.#rows.delete(row);
    this.#gone.set(row, { name: row, isSlot: false });
  }

  async removeSlot(slot) {
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
