// Everything of one room in one file: sealed as it is kept, and readable beside it if its owner asks.
// It knows the zip format by its package and the age command by its README; nothing leaves the device.

import { zipSync } from "fflate";
import { toBytes } from "../../vault/bytes.js";
import { OF_THE_ROOM_ITSELF } from "../../vault/own_kinds.js";

const README = `How to open this without Fallow

1. Install age (age-encryption.org).
2. Your keys are in one of the files in ways-in/. Open it with what you have:
   six words:        age -d ways-in/FILE.age > keys.json        (it asks for the words)
   recovery sheet:   age -d -i sheet.txt ways-in/FILE.age > keys.json
   (sheet.txt is a text file with the line of your sheet that begins AGE-SECRET-KEY-1)
3. keys.json holds a line "identity": copy what begins with AGE-SECRET-KEY-1 into a file key.txt.
4. Each record: age -d -i key.txt records/FILE.age
   The spaces at the end are padding and mean nothing.
To go on writing in another browser: Ways into my room, I have an export.
Delete keys.json and key.txt afterwards. A way in by passkey or by one device opens only there.
`;

// Gives the bytes of a zip. `readable` adds what is written in it as plain JSON.
export async function exportRoom(keeper, { readable }) {
  const { store } = keeper.vault;
  const files = { "README.txt": toBytes(README) };
  for (const { slot, sealed } of await store.listSlots()) files[`ways-in/${slot}.age`] = sealed;
  for (const { row, sealed } of await store.listRows()) files[`records/${row}.age`] = sealed;
  if (readable) files["readable.json"] = toBytes(JSON.stringify(await listReadable(keeper), null, 1));
  return zipSync(files, { level: 0 });
}

async function listReadable(keeper) {
  const { records } = await keeper.read();
  const tips = [...records.values()].flat().filter(({ body, link }) => body !== null && !OF_THE_ROOM_ITSELF.has(link.kind));
  const told = tips.map(({ link, body }) => ({ kind: link.kind, at: link.at, id: link.id, revision: link.revision, body }));
  return told.sort((a, b) => (a.at < b.at ? -1 : 1));
}
