// A server that lies: each attack fails against the vault, and would succeed without its protection.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTACKS } from "./attacks.mjs";
import { withVault } from "./weakening.mjs";

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
