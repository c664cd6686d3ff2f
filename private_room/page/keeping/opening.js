// Makes the page's keeper: on this browser's store, or in memory where the browser keeps nothing.

import { Refused } from "../vault/refusals.js";
import { BrowserStore } from "../vault/store.js";
import { lockWhenIdle } from "./auto_lock.js";
import { keepCopying } from "./copying.js";
import { Keeper } from "./keeper.js";
import { wordsDesk } from "./words_desk.js";

export async function openKeeper() {
  const keeper = new Keeper(await openStore(), { words: wordsDesk, now: () => new Date().toISOString() });
  await keeper.load();
  lockWhenIdle(keeper);
  keepCopying(keeper);
  return keeper;
}

// A browser that refuses to keep anything is no reason to stop: a check-in is answered all the same.
async function openStore() {
  try {
    return await BrowserStore.open();
  } catch {
    return new NothingKept();
  }
}

class NothingKept {
  exclusively = async (work) => work();
  anew = () => this;
  erase = async () => {};
  get = async () => undefined;
  set = () => refuse();
  remove = async () => {};
  listRows = async () => [];
  listSlots = async () => [];
  listGone = async () => [];
  keep = () => refuse();
}

function refuse() {
  return Promise.reject(new Refused("keeps_nothing"));
}
