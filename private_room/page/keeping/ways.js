// Which words and which sheet hold, and which ways in were replaced or removed: one sealed, signed
// record, so that every device of its owner knows. It knows bodies of records; it knows no key.
//
// { words: { slot, on }, sheet: { slot, on }, sheets: [slot], gone: [slot] }: `on` is the day part of it
// was typed back, or null; `sheets` were made and not typed back yet.

const NONE = { words: null, sheet: null, sheets: [], gone: [] };

// Of two devices that wrote at the same time the newest word holds, and what one removed is gone.
export function mergeWays(tips) {
  const oldestFirst = [...tips].sort((a, b) => a.link.at.localeCompare(b.link.at));
  const told = oldestFirst.map(({ body }) => body).reduce(merge, NONE);
  return { ...told, sheets: told.sheets.filter((slot) => !told.gone.includes(slot)) };
}

function merge(before, body) {
  return {
    words: readWay(body.words) ?? before.words,
    sheet: readWay(body.sheet) ?? before.sheet,
    sheets: [...new Set([...before.sheets, ...(body.sheets ?? [])])],
    gone: [...new Set([...before.gone, ...(body.gone ?? [])])],
  };
}

const readWay = (way) => (typeof way?.slot === "string" ? way : null);

// Six new words take the place of all others.
export function replaceWords(told, { slot, on, others }) {
  return { ...told, words: { slot, on }, gone: [...told.gone, ...others] };
}

// A sheet that was only just made leaves the one before it in force: the printer may have failed.
export function addSheet(told, slot) {
  return { ...told, sheets: [...told.sheets, slot] };
}

// Its end was typed back, so it is on paper: now it takes the place of every other sheet.
export function confirmSheet(told, { slot, on }) {
  const others = [told.sheet?.slot, ...told.sheets].filter((other) => other && other !== slot);
  return { ...told, sheet: { slot, on }, sheets: [], gone: [...told.gone, ...others] };
}

export function removeWay(told, slot) {
  return { ...told, gone: [...told.gone, slot] };
}

// Proven and still there: a way that was removed proves nothing any more.
export function isProven(way, slots) {
  return Boolean(way?.on && slots.some(({ slot }) => slot === way.slot));
}
