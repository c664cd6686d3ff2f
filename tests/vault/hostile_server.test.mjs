// A server that lies: each attack fails against the vault, and would succeed without its protection.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ON_CHAINS } from "./attacks_on_chains.mjs";
import { ON_RECORDS } from "./attacks_on_records.mjs";
import { withVault } from "./weakening.mjs";

const ATTACKS = [...ON_RECORDS, ...ON_CHAINS];

for (const { name, weak, succeeds } of ATTACKS) {
  test(`refused: ${name}`, async () => {
    assert.equal(await withVault([], succeeds), false);
  });

  test(`without its protection it would succeed: ${name}`, async () => {
    assert.equal(await withVault(weak, succeeds), true);
  });
}

test("at least twenty attacks are tried", () => {
  assert.ok(ATTACKS.length >= 20, `${ATTACKS.length} attacks`);
});
