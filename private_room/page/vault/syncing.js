// Between this device and the server: what is waiting goes up, what is new comes down.
// It knows sealed bytes alone. A row this device holds is never replaced by the server's bytes.
// It may end at any moment: up go whole beginnings of a chain, down comes all or nothing, and nothing
// leaves the server before what takes its place is there.

import { Refused } from "./refusals.js";

export class SignedOut extends Error {}

// The server says that its disk or this vault's place there is full; nothing of that lot was kept.
export class NoRoomThere extends Error {}

const KEYS = { rows: "row", slots: "slot" };
const AT_ONCE = { up: 20, down: 100 };

// Gives { sent, received, lost, isElsewhere }: rows that the server had been given and no longer holds
// are sent again, once the room is open. Where the server keeps another room, nothing moves.
// `noting` is set together with the ways in that come into a browser without any; `note` is told what
// was lost before it is sent again: an exchange that fails afterwards must not hide it.
export async function syncVault(vault, remote, { tell = () => {}, note = async () => {}, noting = null } = {}) {
  const { store } = vault;
  const done = { sent: 0, received: 0, lost: [], isElsewhere: false };
  if (vault.state === "open") await vault.read(); // only what these keys open can be missed
  const there = await remote.list();
  if (await isAnotherRoom(vault, there.rows)) return { ...done, isElsewhere: true };
  const gone = await store.listGone();
  for (const place of Object.keys(KEYS)) await send(vault, remote, { place, there: there[place], done, tell, note });
  await fetchNew(store, remote, { there, gone, done, tell, noting });
  for (const { name, isSlot } of gone) {
    await remote.remove(isSlot ? "slots" : "rows", name);
    await store.keep({ settled: [name] });
  }
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

async function send(vault, remote, { place, there, done, tell, note }) {
  const { store } = vault;
  const here = await listHere(store, place);
  const key = KEYS[place];
  const present = new Set(there);
  // What an export brought back and the server has is not sent over it: it may have been erased since.
  const isThere = ({ isRestored, isSent, [key]: name }) => isRestored && !isSent && present.has(name);
  await store.confirm(place, here.filter(isThere).map((one) => [one[key], one.sealed]));
  const waiting = here.filter((one) => !one.isSent && !isThere(one));
  // A way in that was removed elsewhere stays here, and is not brought back to life on the server.
  const lost = place === "rows" ? here.filter((one) => one.isSent && !present.has(one[key]) && vault.openedAt(one[key])) : [];
  if (lost.length > 0) await note(lost);
  for (const some of inLots(inOrder(vault, [...waiting, ...lost]), AT_ONCE.up)) {
    const told = some.map((one) => [one[key], one.sealed]);
    await remote.put(place, Object.fromEntries(told));
    await store.confirm(place, told);
    done.sent += some.length;
    tell(done);
  }
  done.lost.push(...lost.map((one) => one[key]));
}

const listHere = (store, place) => (place === "rows" ? store.listRows() : store.listSlots());

// By their places in their chains, so that an end in the middle leaves no gap for another device to find.
function inOrder({ openedAt }, rows) {
  const placeOf = ({ row, seq }) => openedAt(row)?.link.seq ?? seq ?? Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}

async function fetchNew(store, remote, { there, gone, done, tell, noting }) {
  const fetched = { rows: [], slots: [] };
  const dropped = gone.map(({ name }) => name);
  for (const [place, key] of Object.entries(KEYS)) {
    const known = new Set([...(await listHere(store, place)).map((one) => one[key]), ...dropped]);
    for (const some of inLots(there[place].filter((name) => !known.has(name)), AT_ONCE.down)) {
      const rows = await remote.read(place, some);
      const asked = some.filter((name) => rows[name]); // whatever else the answer holds is not taken
      fetched[place].push(...asked.map((name) => ({ [key]: name, sealed: rows[name], isSent: true })));
      done.received += asked.length;
      tell(done);
    }
  }
  if (done.received) await takeIn(store, fetched, noting);
}

// Fetching takes its time: what was kept or dropped here meanwhile, in this tab or another, stays so.
async function takeIn(store, fetched, noting) {
  await store.exclusively(async () => {
    if (noting && (await store.get("pins"))) throw new Refused("has_room");
    const dropped = (await store.listGone()).map(({ name }) => name);
    const taken = {};
    for (const [place, key] of Object.entries(KEYS)) {
      const known = new Set([...(await listHere(store, place)).map((one) => one[key]), ...dropped]);
      taken[place] = fetched[place].filter((one) => !known.has(one[key]));
    }
    await store.keep({ ...taken, set: taken.slots.length ? (noting ?? {}) : {} });
  });
}

function* inLots(list, size) {
  for (let place = 0; place < list.length; place += size) yield list.slice(place, place + size);
}
