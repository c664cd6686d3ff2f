// For a journey: what a server can make that knows two public keys, and a lock that is far too weak.
// `node forge.mjs AUTHOR RECIPIENT WORDS` prints JSON with a forged record, one of an unknown device, and a weak slot.

import * as envelope from "../../private_room/page/vault/envelope.js";
import * as keys from "../../private_room/page/vault/keys.js";
import { Encrypter } from "age-encryption";
import { forge } from "./lying_server.mjs";

const [author, recipient, words] = process.argv.slice(2);
const coded = (bytes) => Buffer.from(bytes).toString("base64");
const forged = await forge({ ...envelope, ...keys }, { keys: { author, recipient } }, {});
const unknown = await forge({ ...envelope, ...keys }, { keys: { author, recipient } }, { signer: "device" });
const weak = new Encrypter();
weak.setPassphrase(words);
weak.setScryptWorkFactor(2);
const slot = await weak.encrypt(keys.writeKeys(await keys.makeKeys()));
process.stdout.write(JSON.stringify({ row: forged.row, sealed: coded(forged.sealed), slot: coded(slot), unknown: { row: unknown.row, sealed: coded(unknown.sealed) } }));
