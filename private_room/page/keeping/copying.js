// A sealed copy on the server of one's practice: only on its owner's word, and for one account alone.
// It knows when to try and how to wait; a session that ended keeps everything where it is.

import { Remote } from "../vault/remote.js";
import { Refused } from "../vault/refusals.js";
import { keepsAnother, NoRoomThere, SignedOut } from "../vault/syncing.js";

const PAUSE = 2000;
export const NOT_SIGNED_IN = { happened: "Nobody is signed in here.", mend: "Sign in to your practice in another tab, then try again." };
export const ANOTHER_ROOM = { happened: "Another room is kept with this account already.", mend: "If it is yours too, fetch it in a browser that has no room. If nothing opens it any more, it can be put away for good." };
const LOCKED = { happened: "Your room is locked.", mend: "Open it first, then try again." };
const UNREACHED = { happened: "The server could not be reached.", mend: "Everything waits on this device. It is tried again by itself." };
const FULL_THERE = { happened: "The server has no room left for your copy.", mend: "Everything waits on this device and is tried again. Tell the person who runs the server." };
const SOMEONE_ELSE = { happened: "Someone else is signed in here.", mend: "Sign in with your own account; nothing was sent." };

// The owner's word: from now on sealed records go to the account that is signed in. Null when it worked.
export async function beginCopying({ keeper }) {
  if (keeper.state !== "open") return LOCKED;
  const { vault } = keeper; // the consent is for this room, and not for one that comes after it
  return troubleOf(async () => {
    const remote = await Remote.find();
    if (!remote) return NOT_SIGNED_IN;
    await keeper.read();
    if (await keepsAnother(vault, remote)) return ANOTHER_ROOM;
    await vault.store.set("remote", remote.account);
    keeper.remote = remote;
    await keeper.sync();
    return null;
  });
}

// On its owner's word the room that is kept there goes for good, and this one takes its place.
export async function replaceCopy(app) {
  const trouble = await troubleOf(async () => {
    const remote = await Remote.find();
    if (!remote) return NOT_SIGNED_IN;
    await remote.erase();
    return null;
  });
  return trouble ?? beginCopying(app);
}

export async function endCopying({ keeper }) {
  keeper.endExchange();
  await keeper.vault.store.remove("remote");
}

// A browser that has no room yet takes the ways in and the sealed rows of whoever is signed in.
export async function fetchRoom({ keeper }) {
  return troubleOf(async () => {
    const remote = await Remote.find();
    if (!remote) return NOT_SIGNED_IN;
    await keeper.fetchFrom(remote);
    if (keeper.state === "new") return { happened: "There is no room of yours on this server.", mend: "Begin one here, or look for the device that has it." };
    return null;
  });
}

// Where a copy was asked for, it is kept up: soon after each change, and whenever a connection is back.
export function keepCopying(keeper) {
  let waiting = null;
  let isBusy = false;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(go, PAUSE);
  };
  const go = async () => {
    if (isBusy || !navigator.onLine || !(await hasWork(keeper))) return;
    isBusy = true;
    await troubleOf(() => copy(keeper));
    isBusy = false;
  };
  keeper.addEventListener("change", soon);
  addEventListener("online", soon);
  soon();
}

async function hasWork({ vault }) {
  if (!(await vault.store.get("remote"))) return false;
  const kept = [...(await vault.store.listRows()), ...(await vault.store.listSlots())];
  const isFirst = !hasWork.asked;
  hasWork.asked = true;
  return isFirst || kept.some(({ isSent }) => !isSent) || (await vault.store.listGone()).length > 0;
}

async function copy(keeper) {
  const trouble = await findOwn(keeper);
  if (!trouble) await keeper.sync();
  return trouble;
}

// The server's side for the account that the copy was begun with, and for no other one.
async function findOwn(keeper) {
  const { vault } = keeper;
  const account = await vault.store.get("remote");
  const remote = keeper.remote ?? (await Remote.find());
  if (!remote) return NOT_SIGNED_IN;
  if (remote.account !== account) return SOMEONE_ELSE;
  if (keeper.vault === vault) keeper.remote = remote; // otherwise its room ended meanwhile
  return null;
}

// Before an end: the copy goes too where it can be reached. Gives what is in the way, or null.
export async function reachCopy({ keeper }) {
  if (!(await keeper.vault.store.get("remote"))) return null;
  return troubleOf(() => findOwn(keeper));
}

async function troubleOf(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error; // this browser's own trouble: no room, or no room any more
    if (error instanceof NoRoomThere) return FULL_THERE;
    return error instanceof SignedOut ? NOT_SIGNED_IN : UNREACHED;
  }
}
