// Reads an export that someone brings back: sealed ways in and sealed records, each still sealed.
// It knows the names an export gives; whatever else lies in the file is refused with all of it.

import { Refused } from "../../vault/refusals.js";
import { readStanzas } from "../../vault/sealing.js";
import { wayOf } from "../../vault/slots.js";
import { isZip, listEntries, MOST_BYTES, openEntries, TooLarge } from "../../unzip.js";

// What the server takes of one vault too (sharing/actions.py); a way in holds two keys and no more.
const MOST = { ways: 20, records: 50_000, recordBytes: 1_100_000, wayBytes: 16 * 1024 };
const SEALED = /^(?:[^/\\.][^/\\]*\/)?(ways-in|records)\/([0-9a-f]{32})\.age$/; // a folder around it is let pass
const BESIDE = /^(?:[^/\\.][^/\\]*\/)?(README\.txt|readable\.json|(ways-in|records)\/)?$/;
const LEFT_BY_SYSTEMS = /^__MACOSX\/|(^|\/)\.DS_Store$|(^|\/)(Thumbs\.db|desktop\.ini)$/;

// Gives { slots: [{ slot, sealed }], rows: [{ row, sealed }] }, all of it checked, or refuses.
export async function readExport(file) {
  if (file.size > MOST_BYTES) throw new Refused("too_much");
  const bytes = await file.arrayBuffer();
  if (!isZip(bytes)) throw new Refused("no_export");
  const wanted = sort(orRefuse(() => listEntries(bytes)));
  const opened = await openEntries(bytes, wanted).catch((error) => refuse(error instanceof TooLarge ? "too_much" : "cut_short"));
  const found = { slots: [], rows: [] };
  for (const one of opened) take(found, one);
  if (found.slots.length === 0) throw new Refused("no_way");
  return found;
}

function orRefuse(work) {
  try {
    return work();
  } catch {
    return refuse("cut_short");
  }
}

function refuse(reason) {
  throw new Refused(reason);
}

// Names are looked at before anything is unpacked.
function sort(entries) {
  const told = entries.filter(({ name }) => !LEFT_BY_SYSTEMS.test(name));
  const wanted = told.filter(({ name }) => SEALED.test(name));
  const places = wanted.map(({ name }) => name.match(SEALED).slice(1).join());
  const ways = places.filter((place) => place.startsWith("ways-in"));
  if (wanted.length === 0) throw new Refused("no_export");
  if (told.some(({ name }) => !SEALED.test(name) && !BESIDE.test(name))) throw new Refused("strange");
  if (new Set(places).size < places.length) throw new Refused("strange");
  if (ways.length > MOST.ways || wanted.length - ways.length > MOST.records) throw new Refused("too_much");
  return wanted;
}

function take(found, { name, bytes }) {
  const [, place, hash] = name.match(SEALED);
  const sealed = new Uint8Array(bytes);
  const isWay = place === "ways-in";
  if (sealed.length > (isWay ? MOST.wayBytes : MOST.recordBytes)) throw new Refused("too_much");
  if (!isSealed(sealed, isWay)) throw new Refused("strange");
  if (isWay) found.slots.push({ slot: hash, sealed });
  else found.rows.push({ row: hash, sealed });
}

function isSealed(sealed, isWay) {
  try {
    return isWay ? wayOf(sealed) !== null : readStanzas(sealed).join() === "X25519";
  } catch {
    return false;
  }
}
