// Between this device and the server: what is waiting goes up, what is new comes down.
// It knows sealed bytes alone. A row this device holds is never replaced by the server's bytes.

export class SignedOut extends Error {}

// Gives { sent, received, lost }: rows that the server had been given and no longer holds are sent again.
export async function syncVault(vault, remote) {
  const { store } = vault;
  await dropGone(store, remote);
  const there = await remote.list();
  const rows = await store.listRows();
  const lost = rows.filter(({ row, isSent }) => isSent && !there.rows.includes(row));
  let sent = 0;
  for (const row of rows.filter((one) => !one.isSent || lost.includes(one))) {
    await remote.putRow(row.row, row.sealed);
    await store.putRow({ ...row, isSent: true });
    sent += 1;
  }
  const here = new Set(rows.map(({ row }) => row));
  const fresh = there.rows.filter((row) => !here.has(row));
  for (const row of fresh) await store.putRow({ row, sealed: await remote.getRow(row), isSent: true });
  await syncSlots(store, remote, there.slots);
  return { sent, received: fresh.length, lost: lost.map(({ row }) => row) };
}

async function syncSlots(store, remote, there) {
  const slots = await store.listSlots();
  for (const slot of slots.filter((one) => !one.isSent)) {
    await remote.putSlot(slot.slot, slot.sealed);
    await store.putSlot({ ...slot, isSent: true });
  }
  const here = new Set(slots.map(({ slot }) => slot));
  for (const slot of there.filter((one) => !here.has(one))) {
    await store.putSlot({ slot, sealed: await remote.getSlot(slot), isSent: true });
  }
}

// What was removed on this device goes from the server too. The server's word removes nothing here.
async function dropGone(store, remote) {
  for (const { name, isSlot } of await store.listGone()) {
    await (isSlot ? remote.removeSlot(name) : remote.removeRow(name));
    await store.forgetGone(name);
  }
}
