// Seals a run of records as the next links of one device's chain; nothing is kept here.
// It knows links and who signs them: the vault's own key while it is open, the device's while it is locked.

import { randomHex } from "./bytes.js";
import { sealRecord } from "./envelope.js";
import { signOnDevice, signWith } from "./keys.js";

// Gives the rows as they are kept, what was written, and the device with its new head. A row carries its
// place in the chain until the server has it: sent in that order, the server never holds a chain with a gap.
export async function sealRun(run, { device, pins, keys }) {
  const [rows, written] = [[], []];
  let head = device;
  for (const { kind, body, at, id = randomHex(16), tips = [] } of run) {
    const link = {
      id: tips[0]?.link.id ?? id,
      kind,
      at,
      revision: Math.max(0, ...tips.map(({ link: tip }) => tip.revision)) + 1,
      replaces: tips.map(({ hash }) => hash),
      device: head.id,
      seq: head.seq + 1,
      previous: head.hash,
      signer: keys ? "identity" : "device",
    };
    const sign = keys ? signWith(keys.seed) : signOnDevice(head.signing);
    const { row, hash, sealed } = await sealRecord({ link, body, ...pins, sign });
    rows.push({ row, sealed, isSent: false, seq: link.seq });
    written.push({ row, hash, id: link.id });
    head = { ...head, seq: link.seq, hash };
  }
  return { rows, written, device: head };
}
