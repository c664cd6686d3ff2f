// The ways in that this browser holds, and what their owner's signed record says of them: which one
// was typed back, which went, and until when two of them were promised.
// It knows a keeper's store and records; what the record means stands in ways.js.

import { Refused } from "../vault/refusals.js";
import { wayOf } from "../vault/slots.js";
import { isProven, mergeWays } from "./ways.js";

const DAY = 24 * 60 * 60 * 1000; // milliseconds
const DAYS_TO_RECOVER = 7; // issue 3: words and a sheet follow within seven days

async function readWays(keeper) {
  const tips = (await keeper.list("ways")).flat().filter(({ body }) => body !== null);
  return { told: mergeWays(tips), tips };
}

// Said and signed, so that it holds on every device; the locks that it ends go in the same moment.
// `slots` are kept with it.
export async function tellWays(keeper, change, { slots = [] } = {}) {
  const { told, tips } = await readWays(keeper);
  const body = change(told);
  const kept = [...(await keeper.vault.store.listSlots()), ...slots];
  await keeper.write("ways", body, { tips, also: { slots, ...(await without(keeper, body.gone, kept)) } });
}

// What was replaced or removed, here or on another device, by its owner's signed word. Never the last.
export async function dropGone(keeper) {
  const { store } = keeper.vault;
  const { told } = await readWays(keeper);
  const change = await without(keeper, told.gone, await store.listSlots());
  if (!change) return;
  await store.keep(change);
  await keeper.refresh();
}

async function without({ vault }, gone, kept) {
  const slots = kept.map(({ slot }) => slot).filter((slot) => gone.includes(slot));
  if (slots.length === 0 || slots.length === kept.length) return null;
  const isHere = gone.includes(await vault.store.get("lock_slot"));
  return { drop: { slots }, remove: isHere ? ["lock"] : [] };
}

// Tries each slot of that way; the first that opens is the one. A weak lock is said as such.
export async function findSlot({ store }, way, open) {
  const slots = await store.listSlots();
  let refusal = new Refused("slot");
  for (const one of slots.filter(({ sealed }) => readWay(sealed) === way)) {
    try {
      await open(one.sealed);
      return one;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.reason !== "slot") refusal = error;
    }
  }
  throw refusal;
}

// Which ways in there are, by what their slots are: words, key (sheet or device), passkey.
// An open room knows its sheets by name, and which device is this one.
export async function listWays(keeper) {
  const { store } = keeper.vault;
  const slots = await store.listSlots();
  const { told } = keeper.state === "open" ? await readWays(keeper) : { told: mergeWays([]) };
  const here = await store.get("lock_slot");
  const isSheet = (slot) => slot === told.sheet?.slot || told.sheets.includes(slot);
  return slots.map(({ slot, sealed }) => ({ slot, way: readWay(sealed), isSheet: isSheet(slot), isHere: slot === here }));
}

// Recoverable means: with this device gone, there is still a way in. Words and a sheet count once
// part of them was typed back, and for as long as they are there. `by` ends the week that began with
// the first device of these keys; `daysLeft` of it may be less than one.
export async function readRecovery(keeper) {
  const { told } = await readWays(keeper);
  const slots = await keeper.vault.store.listSlots();
  const missing = [isProven(told.words, slots) ? null : "words", isProven(told.sheet, slots) ? null : "sheet"].filter(Boolean);
  const began = (await keeper.list("device")).flat().map(({ link }) => link.at).sort()[0];
  const by = Date.parse(began) + DAYS_TO_RECOVER * DAY;
  return { missing, by: new Date(by).toISOString(), daysLeft: Math.ceil((by - Date.parse(keeper.now())) / DAY) };
}

// What the server hands over as a way in may be anything; what is none opens nothing.
function readWay(sealed) {
  try {
    return wayOf(sealed);
  } catch {
    return null;
  }
}
