// What a server could try on the whole: leaving out, rolling back, mixing, locks and orders of its own.

import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { MemoryStore } from "./memory_store.mjs";
import { AT, copyOf, forge, FORGED, freshRead, isUnnoticed, makeAda, onDevice, SIGNED, textsOf } from "./lying_server.mjs";

const REPLACED = ["chain.js", "new Set(kept.flatMap(({ link }) => link.replaces))", "new Set()"];
const LOST = ["syncing.js", 'place === "rows" ? here.filter', "false ? here.filter"];
const ASKED = ["syncing.js", "some.filter((name) => rows[name])", "Object.keys(rows)"];
const KNOWN = ["syncing.js", "filter((one) => !known.has(one[key]))", "filter(() => true)"];

// Ada's sheet opens a slot with these keys in it, and they are tried on her vault.
async function opensTo(m, ada, keys) {
  const sheet = await generateX25519Identity();
  const slot = await m.sealToRecipient(keys, await identityToRecipient(sheet));
  await ada.vault.enter(await m.openWithKey(slot, sheet), { at: AT });
}

export const ON_CHAINS = [
  {
    name: "a record in the middle is left out",
    weak: [["chain.js", 'else if (step > 1) findings.push({ reason: "missing", device, from: before.link.seq + 1, to: one.link.seq - 1 });', "else if (step > 1) { /* passed over */ }"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      ada.server.rows.delete(ada.written[1].row);
      return isUnnoticed(await freshRead(m, ada));
    },
  },
  {
    name: "the newest record is left out, which another device had seen",
    weak: [["chain.js", 'told.link.kind === "heads" && told.body', "false"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const phone = await onDevice(m, ada.keys);
      await m.syncVault(phone, ada.server);
      await phone.tellHeads(await phone.read(), { at: AT });
      await m.syncVault(phone, ada.server);
      ada.server.rows.delete(ada.written[2].row);
      return isUnnoticed(await freshRead(m, ada));
    },
  },
  {
    name: "an older state is handed to a device that had seen a newer one",
    weak: [["chain.js", 'findings.push(...checkHeads(chains, known, "rollback"));', ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const store = new MemoryStore();
      const phone = await onDevice(m, ada.keys, store);
      await m.syncVault(phone, ada.server);
      await phone.read();
      await store.removeRow(ada.written[2].row);
      await store.forgetGone(ada.written[2].row);
      ada.server.rows.delete(ada.written[2].row);
      return isUnnoticed(await phone.read());
    },
  },
  {
    name: "a record that the server had been given is dropped in silence",
    weak: [LOST],
    async succeeds(m) {
      const ada = await makeAda(m);
      ada.server.rows.delete(ada.written[2].row);
      const { lost } = await m.syncVault(ada.vault, ada.server);
      return lost.length === 0;
    },
  },
  {
    name: "an old revision is passed off as the newest",
    weak: [REPLACED],
    async succeeds(m) {
      const ada = await makeAda(m);
      const tips = (await ada.vault.read()).records.get(ada.written[0].id);
      await ada.vault.write("entry", { text: "first, corrected" }, { at: AT, tips });
      await m.syncVault(ada.vault, ada.server);
      ada.server.rows = new Map([...ada.server.rows].reverse());
      return textsOf(await freshRead(m, ada)).includes("first");
    },
  },
  {
    name: "an erased text is brought back from a copy",
    weak: [REPLACED],
    async succeeds(m) {
      const ada = await makeAda(m);
      const copy = ada.server.rows.get(ada.written[0].row);
      await m.eraseRecord(ada.vault, (await ada.vault.read()).records.get(ada.written[0].id), { at: AT });
      await m.syncVault(ada.vault, ada.server);
      ada.server.rows.set(ada.written[0].row, copy);
      return textsOf(await freshRead(m, ada)).includes("first");
    },
  },
  {
    name: "a correction is left out, so that the emptied revision before it stands",
    weak: [["chain.js", "findings.push(...checkBodies(records));", ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const tips = (await ada.vault.read()).records.get(ada.written[2].id);
      const correction = await ada.vault.write("entry", { text: "third, corrected" }, { at: AT, tips });
      await m.emptyReplaced(ada.vault);
      await m.syncVault(ada.vault, ada.server);
      ada.server.rows.delete(correction.row);
      return isUnnoticed(await freshRead(m, ada));
    },
  },
  {
    name: "two lives of one device, from a copied browser, are mixed",
    weak: [["chain.js", "findings.push(...checkChain(device, links));", ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const twin = await copyOf(m, ada);
      await ada.vault.write("entry", { text: "here" }, { at: AT });
      await twin.write("entry", { text: "there" }, { at: AT });
      await m.syncVault(ada.vault, ada.server);
      await m.syncVault(twin, ada.server);
      return isUnnoticed(await freshRead(m, ada));
    },
  },
  {
    name: "a link of one life is put before a link of the other",
    weak: [["chain.js", 'else if (one.link.previous !== before.hash) findings.push({ reason: "reordered", device, row: one.row });', ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const twin = await copyOf(m, ada);
      const real = await ada.vault.write("entry", { text: "here" }, { at: AT });
      await ada.vault.write("entry", { text: "and here" }, { at: AT });
      await twin.write("entry", { text: "there" }, { at: AT });
      await m.syncVault(ada.vault, ada.server);
      await m.syncVault(twin, ada.server);
      ada.server.rows.delete(real.row);
      return isUnnoticed(await freshRead(m, ada));
    },
  },
  {
    name: "the answer holds other bytes for a record this device has",
    weak: [ASKED, KNOWN],
    async succeeds(m) {
      const ada = await makeAda(m);
      const asked = await forge(m, ada, {});
      ada.server.rows.set(asked.row, asked.sealed);
      const { read } = ada.server;
      ada.server.read = async (place, names) => ({ ...(await read(place, names)), [ada.written[0].row]: asked.sealed });
      await m.syncVault(ada.vault, ada.server);
      const kept = (await ada.vault.store.listRows()).find(({ row }) => row === ada.written[0].row);
      return Buffer.compare(kept.sealed, asked.sealed) === 0;
    },
  },
  {
    name: "a slot with the attacker's keys takes the place of one's own",
    weak: [["vault.js", 'await this.#enterAs(keys, { at, check: () => this.#refuseOthers(keys, "keys") });', "await this.#enterAs(keys, { at, check: () => {} });"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      ada.vault.lock();
      const theirs = await m.makeKeys();
      return opensTo(m, ada, theirs).then(() => ada.vault.author === theirs.author, () => false);
    },
  },
  {
    name: "a slot holds Ada's signing key beside another recipient to seal to",
    weak: [["vault.js", " || pins.recipient !== keys.recipient", ""], ["vault.js", 'get("device"), await this.store.get("pins")]', 'get("device"), this.#keys]']],
    async succeeds(m) {
      const ada = await makeAda(m);
      const theirs = await m.makeKeys();
      ada.vault.lock();
      await opensTo(m, ada, { ...theirs, seed: ada.keys.seed }).catch(() => {});
      const { row } = await ada.vault.write("checkin", { text: "tired" }, { at: AT });
      const { sealed } = (await ada.vault.store.listRows()).find((one) => one.row === row);
      return m.openWith(theirs.identity, sealed).then(() => true, () => false);
    },
  },
  {
    name: "a slot holds Ada's reading key beside another key to sign with",
    weak: [["vault.js", "pins.author !== keys.author || ", ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const theirs = await m.makeKeys();
      ada.vault.lock();
      const mixed = { ...theirs, identity: ada.keys.identity };
      return opensTo(m, ada, mixed).then(() => ada.vault.author === theirs.author, () => false);
    },
  },
  {
    name: "the lock of six words is made weak",
    weak: [["slots.js", 'if (logN < SCRYPT.least || logN > SCRYPT.most) throw new Refused("weak");', ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const weak = new Encrypter();
      weak.setPassphrase("one two three four five six");
      weak.setScryptWorkFactor(2);
      ada.server.slots.set("9".repeat(32), await weak.encrypt(m.writeKeys(ada.keys)));
      const phone = new m.Vault(new MemoryStore());
      await m.syncVault(phone, ada.server);
      const [{ sealed }] = await phone.store.listSlots();
      return m.openWithWords(sealed, "one two three four five six").then(() => true, () => false);
    },
  },
  {
    name: "a recovery is ordered: keys of the server's own are named as Ada's former ones",
    weak: [SIGNED],
    async succeeds(m) {
      const ada = await makeAda(m);
      const theirs = await m.makeKeys();
      const order = await forge(m, ada, { kind: "former_keys", body: { keys: m.writeKeys(theirs) } });
      const planted = await forge(m, { keys: theirs }, { seed: theirs.seed, fields: { id: "e".repeat(32) } });
      for (const { row, sealed } of [order, planted]) ada.server.rows.set(row, sealed);
      await m.syncVault(ada.vault, ada.server);
      await m.continueRotation(ada.vault, { at: AT });
      await m.syncVault(ada.vault, ada.server);
      return textsOf(await freshRead(m, ada)).includes(FORGED);
    },
  },
  {
    name: "a lock for a second reader is passed off as the printed sheet's",
    weak: [["slots.js", "stanzas.length === 1 ? ", "true ? "]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const [sheet, other] = [await generateX25519Identity(), await generateX25519Identity()];
      const both = new Encrypter();
      for (const one of [sheet, other]) both.addRecipient(await identityToRecipient(one));
      return m.openWithKey(await both.encrypt(m.writeKeys(ada.keys)), sheet).then(() => true, () => false);
    },
  },
  {
    name: "the session ends in the middle, so that what was waiting is dropped",
    weak: [["remote.js", 'throw new SignedOut();\n    if (!answer.ok) throw new Error("unreachable");', ";"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      await ada.vault.write("entry", { text: "waiting" }, { at: AT });
      ada.server.put = () => Promise.reject(new m.SignedOut());
      await m.syncVault(ada.vault, ada.server).catch(() => {});
      return (await ada.vault.store.listRows()).every(({ isSent }) => isSent);
    },
  },
];
