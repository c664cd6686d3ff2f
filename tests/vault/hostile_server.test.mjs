// A server that lies: each attack fails against the vault, and would succeed without its protection.
// While it is refused, nothing that was written and no private key leaves the device.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ON_CHAINS } from "./attacks_on_chains.mjs";
import { ON_RECORDS } from "./attacks_on_records.mjs";
import { listen, sweep } from "./listening.mjs";
import { makeAda } from "./lying_server.mjs";
import { withVault } from "./weakening.mjs";

const ATTACKS = [...ON_RECORDS, ...ON_CHAINS];

async function hear(weak, attack) {
  return withVault(weak, async (m) => {
    const { modules, heard } = listen(m);
    return { isDone: await attack(modules), heard };
  });
}

for (const { name, weak, succeeds } of ATTACKS) {
  test(`refused, and nothing is emitted: ${name}`, async () => {
    const { isDone, heard } = await hear([], succeeds);

    assert.equal(isDone, false);
    assert.ok(heard.sent.length > 0 && heard.secrets.length > 3);
    assert.deepEqual(sweep(heard), []);
  });

  test(`without its protection it would succeed: ${name}`, async () => {
    const { isDone } = await hear(weak, succeeds);

    assert.equal(isDone, true);
  });
}

// On sealed records alone. Altered sites and wording that lies are counted where they are tried, and not here.
test("at least twenty different attacks are tried", () => {
  const different = new Set(ATTACKS.map(({ succeeds }) => String(succeeds)));
  assert.ok(different.size >= 20, `${different.size} attacks`);
  assert.equal(new Set(ATTACKS.map(({ name }) => name)).size, ATTACKS.length);
});

const SYNC = "const there = await remote.list();";
const LEAKS = [
  ["what was written, where sealing is left out", ["sealing.js", "return encrypter.encrypt(pad(text));", 'return toBytes("age-encryption.org/v1\\n" + text);'], "words of kind entry in body"],
  ["the signing key, as it is, in a body", ["syncing.js", SYNC, `await remote.put("rows", { planted: vault.keys.seed }); ${SYNC}`], "the signing key in body"],
  ["the signing key as hexadecimal in an address", ["syncing.js", SYNC, `await remote.remove("rows", Buffer.from(vault.keys.seed).toString("hex")); ${SYNC}`], "the signing key in address"],
  ["the signing key as base64 in an address", ["syncing.js", SYNC, `await remote.remove("rows", Buffer.from(vault.keys.seed).toString("base64url")); ${SYNC}`], "the signing key in address"],
  ["the line of the reading key among names", ["syncing.js", SYNC, `await remote.read("rows", [vault.keys.identity]); ${SYNC}`], "the line of the reading key in body"],
  ["the reading key's line in base64, with something before it", ["syncing.js", SYNC, `await remote.read("rows", [Buffer.from("k=" + vault.keys.identity).toString("base64")]); ${SYNC}`], "the line of the reading key in body"],
];

for (const [name, patch, found] of LEAKS) {
  test(`the sweep finds ${name}`, async () => {
    const { heard } = await hear([patch], makeAda);

    assert.ok(sweep(heard).includes(found), JSON.stringify(sweep(heard)));
  });
}

test("the sweep finds a key in a header", async () => {
  const told = ["syncing.js", SYNC, `remote.told = vault.keys.identity; ${SYNC}`];
  const { heard } = await hear([told, ["remote.js", '"X-CSRFToken": this.#token', '"X-CSRFToken": this.told']], makeAda);

  assert.ok(sweep(heard).includes("the line of the reading key in headers"), JSON.stringify(sweep(heard)));
});
