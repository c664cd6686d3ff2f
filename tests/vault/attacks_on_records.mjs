// What a server could try on single records: how it is done, and the protection that stops it.

import { ed25519 } from "@noble/curves/ed25519.js";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { forge, freshRead, isUnnoticed, makeAda, plants, FORGED, SIGNED } from "./lying_server.mjs";

const ROW = ["envelope.js", 'if (row !== rowOf(linkText)) throw new Refused("row");', ""];
const AUTHOR = ["envelope.js", 'if (link.author !== keys.author) throw new Refused("author");', ""];
const READER = ["envelope.js", 'if (link.reader !== keys.recipient) throw new Refused("reader");', ""];
const ONE_READER = ["sealing.js", 'if (readStanzas(sealed).join() !== "X25519") throw new Refused("reader");', ""];
const VERSION = ["envelope.js", "link?.v === VERSION && ", ""];
const FIELDS = ["envelope.js", " && Object.keys(link).sort().join() === FIELDS.join()", ""];

export const ON_RECORDS = [
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
    weak: [["chain.js", "one.body && isByOwner(one, author)", "one.body"]],
    async succeeds(m) {
      const ada = await makeAda(m);
      const seed = ed25519.utils.randomSecretKey();
      const verifying = m.toBase64(ed25519.getPublicKey(seed));
      const device = await forge(m, ada, { kind: "device", body: { device: "d".repeat(32), verifying }, fields: { id: "e".repeat(32) } });
      ada.server.rows.set(device.row, device.sealed);
      return plants(m, ada, await forge(m, ada, { seed, signer: "device" }));
    },
  },
];
