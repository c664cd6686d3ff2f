// Opens a zip file, as some calendars export them, and hands on the calendars and tables inside.
// It knows the zip format's central directory (PKWARE APPNOTE 6.3.10, §4.3.7, 4.3.12 and 4.3.16),
// stored and deflated entries alone, and stops at 100 MB.

const MOST_BYTES = 100 * 1000 * 1000;
const [ENTRY, END] = [0x02014b50, 0x06054b50];
const SHORTEST_END = 22;
const [STORED, DEFLATED] = [0, 8];
const OPENED = /\.(ics|ical|ifb|csv|tsv|txt|json|ndjson)$/i;

export function isZip(bytes) {
  return bytes.byteLength > SHORTEST_END && new DataView(bytes).getUint32(0, true) === 0x04034b50;
}

// A zip that cannot be opened is handed on as it is; the desk then says what it could not read.
export async function unzip(name, bytes) {
  try {
    const found = listEntries(new DataView(bytes)).filter((entry) => OPENED.test(entry.name));
    const opened = [];
    let room = MOST_BYTES;
    for (const entry of found) {
      const inside = await openEntry(bytes, entry, room);
      room -= inside.byteLength;
      opened.push({ name: entry.name.split("/").at(-1), bytes: inside });
    }
    return opened.length ? opened : [{ name, bytes }];
  } catch {
    return [{ name, bytes }];
  }
}

function listEntries(view) {
  let end = view.byteLength - SHORTEST_END;
  while (view.getUint32(end, true) !== END) end -= 1;
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("No entry here.");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
    entries.push({ name, method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function openEntry(bytes, { method, size, header }, room) {
  const view = new DataView(bytes);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.slice(start, start + size);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new RangeError("Packed in a way not known here.");
  const parts = [];
  let sum = 0;
  for await (const part of inflate(packed)) {
    sum += part.byteLength;
    if (sum > room) throw new RangeError("Larger than this page reads.");
    parts.push(part);
  }
  return new Blob(parts).arrayBuffer();
}

async function* inflate(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}
