// Between this device and the server: what is waiting goes up, what is new comes down.
// It knows sealed bytes alone. A row this device holds is never replaced by the server's bytes.

export class SignedOut extends Error {}

const PLACES = ["rows", "slots"];
const AT_ONCE = { up: 20, down: 100 };

// Gives { sent, received, lost, isElsewhere }: rows that the server had been given and no longer holds
// are sent again, once the room is open. Where the server keeps another room, nothing moves.
export async function syncVault(vault, remote, { tell = () => {} } = {}) {
  const { store } = vault;
  const done = { sent: 0, received: 0, lost: [], isElsewhere: false };
  for (const { name, isSlot } of await store.listGone()) {
    await remote.remove(isSlot ? "slots" : "rows", name);
    await store.forgetGone(name);
  }
  const there = await remote.list();
  if (await isAnotherRoom(vault, there.rows)) return { ...done, isElsewhere: true };
  for (const place of PLACES) await syncPlace(PLACE_STORES[place](store), there[place], { remote, place, done, tell, isOpen: vault.state === "open" });
  return done;
}

// New keys were made on another device when all that other devices wrote is gone, and something that
// these keys never opened is there instead.
async function isAnotherRoom({ store, openedAt }, there) {
  const { id } = (await store.get("device")) ?? {};
  const others = (await listOpened(store, openedAt)).filter(({ row, isSent }) => isSent && openedAt(row).link.device !== id);
  return others.length > 0 && !isAnyIn(there, others) && there.some((row) => !openedAt(row));
}

// Before a copy begins: does this account keep a room already that has nothing in common with this one?
export async function keepsAnother({ store, openedAt }, remote) {
  const { rows: there } = await remote.list();
  return there.length > 0 && !isAnyIn(there, await listOpened(store, openedAt));
}

async function listOpened(store, openedAt) {
  return (await store.listRows()).filter(({ row }) => openedAt(row));
}

function isAnyIn(there, rows) {
  const present = new Set(there);
  return rows.some(({ row }) => present.has(row));
}

const PLACE_STORES = {
  rows: (store) => ({ list: () => store.listRows(), put: (row) => store.putRow(row), key: "row" }),
  slots: (store) => ({ list: () => store.listSlots(), put: (slot) => store.putSlot(slot), key: "slot" }),
};

async function syncPlace({ list, put, key }, there, { remote, place, done, tell, isOpen }) {
  const here = await list();
  const present = new Set(there);
  // What an export brought back and the server has is not sent over it: it may have been erased since.
  for (const one of here.filter(({ isRestored, isSent }) => isRestored && !isSent)) {
    if (present.has(one[key])) await put(Object.assign(one, { isSent: true }));
  }
  // A way in that was removed elsewhere stays here, and is not brought back to life on the server.
  const lost = place === "rows" ? here.filter((one) => isOpen && one.isSent && !present.has(one[key])) : [];
  for (const some of inLots([...here.filter((one) => !one.isSent), ...lost], AT_ONCE.up)) {
    await remote.put(place, Object.fromEntries(some.map((one) => [one[key], one.sealed])));
    for (const one of some) await put({ ...one, isSent: true });
    done.sent += some.length;
    tell(done);
  }
  const known = new Set(here.map((one) => one[key]));
  for (const some of inLots(there.filter((name) => !known.has(name)), AT_ONCE.down)) {
    const rows = await remote.read(place, some);
    const asked = some.filter((name) => rows[name]); // whatever else the answer holds is not taken
    for (const name of asked) await put({ [key]: name, sealed: rows[name], isSent: true });
    done.received += asked.length;
    tell(done);
  }
  done.lost.push(...lost.map((one) => one[key]));
}

function* inLots(list, size) {
  for (let place = 0; place < list.length; place += size) yield list.slice(place, place + size);
}
