// Opens a zip file: the calendars and tables inside one, or every file of an archive that is checked.
// It knows the zip format's central directory (PKWARE APPNOTE 6.3.10, §4.3.7, 4.3.12 and 4.3.16),
// stored and deflated entries alone, their sums (§4.4.7), and stops at 100 MB.

export const MOST_BYTES = 100 * 1000 * 1000;
const [ENTRY, END] = [0x02014b50, 0x06054b50];
const SHORTEST_END = 22;
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];
const OPENED = /\.(ics|ical|ifb|csv|tsv|txt|json|ndjson)$/i;

// More than this page unpacks, however small it was packed.
export class TooLarge extends RangeError {}

export function isZip(bytes) {
  return bytes.byteLength > SHORTEST_END && new DataView(bytes).getUint32(0, true) === 0x04034b50;
}

// A zip that cannot be opened is handed on as it is; the desk then says what it could not read.
export async function unzip(name, bytes) {
  try {
    const found = listEntries(bytes).filter((entry) => OPENED.test(entry.name));
    const opened = (await openEntries(bytes, found)).map((one) => ({ name: one.name.split("/").at(-1), bytes: one.bytes }));
    return opened.length ? opened : [{ name, bytes }];
  } catch {
    return [{ name, bytes }];
  }
}

// The names and places of all entries; nothing is unpacked. A file without a directory is refused.
export function listEntries(bytes) {
  const view = new DataView(bytes);
  const last = view.byteLength - SHORTEST_END;
  let end = last;
  while (view.getUint32(end, true) !== END) {
    end -= 1;
    if (last - end > LONGEST_COMMENT) throw new RangeError("No directory here.");
  }
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("No entry here.");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(bytes, at + 46, nameLength));
    entries.push({ name, method: view.getUint16(at + 10, true), sum: view.getUint32(at + 16, true), size: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

// All of them or none: together they stay under the limit, however small they were packed.
export async function openEntries(bytes, entries) {
  const opened = [];
  let room = MOST_BYTES;
  for (const entry of entries) {
    const inside = await openEntry(bytes, entry, room);
    room -= inside.byteLength;
    opened.push({ name: entry.name, bytes: inside });
  }
  return opened;
}

async function openEntry(bytes, { method, sum, size, header }, room) {
  const view = new DataView(bytes);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (size > room) throw new TooLarge();
  if (start + size > bytes.byteLength) throw new RangeError("It ends before its time.");
  const packed = bytes.slice(start, start + size);
  if (method !== STORED && method !== DEFLATED) throw new RangeError("Packed in a way not known here.");
  const inside = method === STORED ? packed : await inflateWithin(packed, room);
  if (sumOf(new Uint8Array(inside)) !== sum) throw new RangeError("Not what was packed.");
  return inside;
}

async function inflateWithin(packed, room) {
  const parts = [];
  let size = 0;
  for await (const part of inflate(packed)) {
    size += part.byteLength;
    if (size > room) throw new TooLarge();
    parts.push(part);
  }
  return new Blob(parts).arrayBuffer();
}

async function* inflate(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

// CRC-32, as the format has it.
function sumOf(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
