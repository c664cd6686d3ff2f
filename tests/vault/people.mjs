// Vaults of the cast for tests: Ada's, on one device or two, and Zed's.

import { makeKeys } from "../../private_room/page/vault/keys.js";
import { sealToRecipient } from "../../private_room/page/vault/slots.js";
import { Vault } from "../../private_room/page/vault/vault.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { MemoryStore } from "./memory_store.mjs";

export const AT = "2026-11-25T09:00:00Z";

export async function openVault(keys = null) {
  const vault = new Vault(new MemoryStore());
  await vault.load();
  const own = keys ?? (await makeKeys());
  const sheet = await generateX25519Identity();
  const slot = await sealToRecipient(own, await identityToRecipient(sheet));
  await vault.establish(own, { slot, at: AT });
  return { vault, keys: own, sheet };
}

export async function onAnotherDevice(keys) {
  const vault = new Vault(new MemoryStore());
  await vault.load();
  await vault.enter(keys, { at: AT });
  return vault;
}

export function recordsOf({ records }, kind) {
  return [...records.values()].filter(([tip]) => tip.link.kind === kind);
}
