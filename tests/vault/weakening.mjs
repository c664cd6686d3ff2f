// Copies of the vault's modules with one protection taken out, made for a test and gone after it.

import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VAULT = join(ROOT, "private_room", "page", "vault");
const MODULES = ["bytes", "chain", "envelope", "erasing", "keys", "remote", "rotating", "sealing", "slots", "syncing", "vault"];

// `patches` are [file, text that is there, text instead]; a text that is not there once fails the test.
export async function withVault(patches, use) {
  const folder = await mkdtemp(join(tmpdir(), "fallow-vault-"));
  try {
    await cp(VAULT, join(folder, "vault"), { recursive: true });
    await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    for (const [file, from, to] of patches) await weaken(join(folder, "vault", file), from, to);
    const loaded = MODULES.map((name) => import(pathToFileURL(join(folder, "vault", `${name}.js`)).href));
    return await use(Object.assign({}, ...(await Promise.all(loaded))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function weaken(file, from, to) {
  const text = await readFile(file, "utf8");
  if (text.split(from).length !== 2) throw new Error(`This has to be there once, to be weakened: ${from}`);
  await writeFile(file, text.replace(from, to));
}
