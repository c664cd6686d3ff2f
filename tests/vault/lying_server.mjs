// Ada's vault on a server that may lie, and what anyone can forge who knows her two public keys.

import { ed25519 } from "@noble/curves/ed25519.js";
import { MemoryServer, MemoryStore } from "./memory_store.mjs";

export const AT = "2026-11-25T09:00:00Z";
// The protection that several attacks have in common: what is not signed with Ada's own key is not hers.
export const SIGNED = ["chain.js", 'one.link.signer === "identity" && isSigned(one, author)', 'one.link.signer === "identity"'];
export const FORGED = "You agreed to the new caseload.";

// Ada's vault with three entries on one device, all on the server.
export async function makeAda(m) {
  const keys = await m.makeKeys();
  const vault = await onDevice(m, keys);
  const server = new MemoryServer();
  const written = [];
  for (const text of ["first", "second", "third"]) written.push(await vault.write("entry", { text }, { at: AT }));
  await m.syncVault(vault, server);
  return { keys, vault, server, written };
}

export async function onDevice(m, keys, store = new MemoryStore()) {
  const vault = new m.Vault(store);
  await vault.load();
  await vault.enter(keys, { at: AT });
  return vault;
}

export async function freshRead(m, { keys, server }) {
  const vault = await onDevice(m, keys);
  await m.syncVault(vault, server);
  return vault.read();
}

export function textsOf({ records }) {
  return [...records.values()].flat().map(({ body }) => body?.text).filter(Boolean);
}

// What anyone can make who knows Ada's two public keys and has keys of their own.
export async function forge(m, ada, { author = ada.keys.author, reader = ada.keys.recipient, signer = "identity", fields = {}, body = { text: FORGED }, kind = "entry", seed = ed25519.utils.randomSecretKey() }) {
  const link = { id: "f".repeat(32), kind, at: AT, revision: 1, replaces: [], device: "d".repeat(32), seq: 1, previous: "", signer, ...fields };
  const { row, sealed } = await m.sealRecord({ link, body, author, recipient: reader, sign: m.signWith(seed) });
  return { row, sealed };
}

export const plants = async (m, ada, forged) => {
  ada.server.rows.set(forged.row, forged.sealed);
  return textsOf(await freshRead(m, ada)).includes(FORGED);
};
export const isUnnoticed = ({ findings }) => findings.length === 0;

export async function copyOf(m, ada) {
  const store = new MemoryStore();
  for (const name of ["pins", "device"]) await store.set(name, await ada.vault.store.get(name));
  for (const row of await ada.vault.store.listRows()) await store.putRow(row);
  return onDevice(m, ada.keys, store);
}
