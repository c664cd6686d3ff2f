// What a server could try, one by one: how it is done, and the protection that stops it.
// Each attack gets the vault's modules and tells whether it succeeded; none may, and each would
// against a copy without that protection.

import { ed25519 } from "@noble/curves/ed25519.js";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { MemoryServer, MemoryStore } from "./memory_store.mjs";

export const AT = "2026-11-25T09:00:00Z";
const FORGED = "You agreed to the new caseload.";

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
async function forge(m, ada, { author = ada.keys.author, reader = ada.keys.recipient, signer = "identity", fields = {}, body = { text: FORGED }, kind = "entry", seed = ed25519.utils.randomSecretKey() }) {
  const link = { id: "f".repeat(32), kind, at: AT, revision: 1, replaces: [], device: "d".repeat(32), seq: 1, previous: "", signer, ...fields };
  const { row, sealed } = await m.sealRecord({ link, body, author, recipient: reader, sign: m.signWith(seed) });
  return { row, sealed };
}

const plants = async (m, ada, forged) => {
  ada.server.rows.set(forged.row, forged.sealed);
  return textsOf(await freshRead(m, ada)).includes(FORGED);
};
const isUnnoticed = ({ findings }) => findings.length === 0;
const ROW = ["envelope.js", 'if (row !== rowOf(linkText)) throw new Refused("row");', ""];
const SIGNED = ["chain.js", 'one.link.signer === "identity" && isSigned(one, author)', 'one.link.signer === "identity"'];
const AUTHOR = ["envelope.js", 'if (link.author !== keys.author) throw new Refused("author");', ""];
const READER = ["envelope.js", 'if (link.reader !== keys.recipient) throw new Refused("reader");', ""];
const ONE_READER = ["sealing.js", 'if (readStanzas(sealed).join() !== "X25519") throw new Refused("reader");', ""];
const VERSION = ["envelope.js", "link?.v === VERSION && ", ""];
const FIELDS = ["envelope.js", " && Object.keys(link).sort().join() === FIELDS.join()", ""];
const REPLACED = ["chain.js", "new Set(kept.flatMap(({ link }) => link.replaces))", "new Set()"];
const LOST = ["syncing.js", 'place === "rows" ? here.filter', "false ? here.filter"];
const ASKED = ["syncing.js", "some.filter((name) => rows[name])", "Object.keys(rows)"];

export const ATTACKS = [
  {
    name: "two records change places",
    weak: [ROW],
    async succeeds(m) {
      const ada = await makeAda(m);
      const [first, second] = ada.written;
      const { rows } = ada.server;
      [rows.first, rows.second] = [rows.get(first.row), rows.get(second.row)];
      rows.set(first.row, rows.second).set(second.row, rows.first);
      return isUnnoticed(await freshRead(m, ada));
    },
  },
  {
    name: "a record is forged with the public key alone",
    weak: [SIGNED],
    succeeds: async (m, ada) => plants(m, (ada = await makeAda(m)), await forge(m, ada, {})),
  },
  {
    name: "a record is forged and signed by its forger under the forger's own name",
    weak: [AUTHOR, SIGNED],
    async succeeds(m) {
      const ada = await makeAda(m);
      const seed = ed25519.utils.randomSecretKey();
      return plants(m, ada, await forge(m, ada, { seed, author: m.toBase64(ed25519.getPublicKey(seed)) }));
    },
  },
  {
    name: "a piece that Ada signed for someone else comes back as her own record",
    weak: [READER],
    async succeeds(m) {
      const ada = await makeAda(m);
      const petra = await m.makeKeys();
      const piece = await forge(m, ada, { reader: petra.recipient, seed: ada.keys.seed });
      const text = await m.openWith(petra.identity, piece.sealed);
      return plants(m, ada, { row: piece.row, sealed: await m.sealFor(ada.keys.recipient, text.trim()) });
    },
  },
  {
    name: "a record is sealed for a second reader too",
    weak: [ONE_READER],
    async succeeds(m) {
      const ada = await makeAda(m);
      const genuine = await forge(m, ada, { seed: ada.keys.seed });
      const both = new Encrypter();
      both.addRecipient(ada.keys.recipient);
      both.addRecipient(await identityToRecipient(await generateX25519Identity()));
      const text = await m.openWith(ada.keys.identity, genuine.sealed);
      return plants(m, ada, { row: genuine.row, sealed: await both.encrypt(text) });
    },
  },
  {
    name: "a record comes in an older form",
    weak: [VERSION],
    succeeds: async (m, ada) => plants(m, (ada = await makeAda(m)), await forge(m, ada, { seed: ada.keys.seed, fields: { v: 0 } })),
  },
  {
    name: "a record carries a field that this page does not know",
    weak: [FIELDS],
    succeeds: async (m, ada) => plants(m, (ada = await makeAda(m)), await forge(m, ada, { seed: ada.keys.seed, fields: { escrow: "age1x" } })),
  },
  {
    name: "a text is changed under its link",
    weak: [["envelope.js", 'if (bodyText !== null && hashText(String(bodyText)) !== link.body) throw new Refused("body");', ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const genuine = await forge(m, ada, { seed: ada.keys.seed, body: { text: "mine" } });
      const told = JSON.parse(await m.openWith(ada.keys.identity, genuine.sealed));
      const changed = JSON.stringify({ ...told, body: JSON.stringify({ text: FORGED }) });
      return plants(m, ada, { row: genuine.row, sealed: await m.sealFor(ada.keys.recipient, changed) });
    },
  },
  {
    name: "a device that Ada never confirmed is planted, and signs",
    weak: [["chain.js", 'isOwn && one.link.kind === "device"', 'one.link.kind === "device"']],
    async succeeds(m) {
      const ada = await makeAda(m);
      const seed = ed25519.utils.randomSecretKey();
      const verifying = m.toBase64(ed25519.getPublicKey(seed));
      const device = await forge(m, ada, { kind: "device", body: { device: "d".repeat(32), verifying }, fields: { id: "e".repeat(32) } });
      ada.server.rows.set(device.row, device.sealed);
      return plants(m, ada, await forge(m, ada, { seed, signer: "device" }));
    },
  },
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
    weak: [ASKED],
    async succeeds(m) {
      const ada = await makeAda(m);
      const asked = await forge(m, ada, {});
      ada.server.rows.set(asked.row, asked.sealed);
      const { read } = ada.server;
      ada.server.read = async (place, names) => ({ ...(await read(place, names)), [ada.written[0].row]: asked.sealed });
      await m.syncVault(ada.vault, ada.server);
      const kept = (await ada.vault.store.listRows()).find(({ row }) => row === ada.written[0].row);
      return kept.sealed === asked.sealed;
    },
  },
  {
    name: "a slot with the attacker's keys takes the place of one's own",
    weak: [["vault.js", 'if (isOther) throw new Refused("keys");', ""]],
    async succeeds(m) {
      const ada = await makeAda(m);
      ada.vault.lock();
      const theirs = await m.makeKeys();
      return ada.vault.enter(theirs, { at: AT }).then(() => ada.vault.author === theirs.author, () => false);
    },
  },
  {
    name: "the lock of six words is made weak",
    weak: [["slots.js", 'if (logN < SCRYPT.least || logN > SCRYPT.most) throw new Refused("weak");', ""]],
    async succeeds(m) {
      const keys = await m.makeKeys();
      const weak = new Encrypter();
      weak.setPassphrase("one two three four five six");
      weak.setScryptWorkFactor(2);
      const slot = await weak.encrypt(m.writeKeys(keys));
      return m.openWithWords(slot, "one two three four five six").then(() => true, () => false);
    },
  },
  {
    name: "the server names another recipient to seal to",
    weak: [["vault.js", "...this.#pins, sign", "...this.#pins, recipient: (await this.store.get('served')) ?? this.#pins.recipient, sign"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const theirs = await m.makeKeys();
      await ada.vault.store.set("served", theirs.recipient);
      ada.vault.lock();
      const { row } = await ada.vault.write("checkin", { text: "tired" }, { at: AT });
      const { sealed } = (await ada.vault.store.listRows()).find((one) => one.row === row);
      return m.openWith(theirs.identity, sealed).then(() => true, () => false);
    },
  },
  {
    name: "the server orders a recovery key of its own",
    weak: [["syncing.js", "const there = await remote.list();", "const there = await remote.list(); if (there.policy) await vault.addSlot(await (await import('./slots.js')).sealToRecipient(vault.keys, there.policy.recovery));"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const recovery = await generateX25519Identity();
      const { list } = ada.server;
      const policy = { recovery: await identityToRecipient(recovery) };
      ada.server.list = async () => ({ ...(await list()), policy });
      await m.syncVault(ada.vault, ada.server);
      const slots = await ada.vault.store.listSlots();
      const opened = slots.map(({ sealed }) => m.openWithKey(sealed, recovery).then(() => true, () => false));
      return (await Promise.all(opened)).includes(true);
    },
  },
  {
    name: "the session ends in the middle, so that what was waiting is dropped",
    weak: [["syncing.js", "await remote.put(place,", "for (const one of some) await put({ ...one, isSent: true });\n    await remote.put(place,"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      await ada.vault.write("entry", { text: "waiting" }, { at: AT });
      ada.server.put = () => Promise.reject(new m.SignedOut());
      await m.syncVault(ada.vault, ada.server).catch(() => {});
      return (await ada.vault.store.listRows()).every(({ isSent }) => isSent);
    },
  },
];

async function copyOf(m, ada) {
  const store = new MemoryStore();
  for (const name of ["pins", "device"]) await store.set(name, await ada.vault.store.get(name));
  for (const row of await ada.vault.store.listRows()) await store.putRow(row);
  return onDevice(m, ada.keys, store);
}
