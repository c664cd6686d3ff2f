// What an exchange with the server noticed: records that it had lost, or that it keeps another room.
// It is remembered until its owner has read it, for exchanges happen while nobody looks. Counts alone.

const NAME = "noticed";
const NOTHING = { lost: 0, isElsewhere: false };

export async function readNoticed(store) {
  return (await store.get(NAME)) ?? NOTHING;
}

export async function noteExchange(store, { lost, isElsewhere }) {
  const before = await readNoticed(store);
  const now = { lost: before.lost + lost.length, isElsewhere };
  if (now.lost !== before.lost || now.isElsewhere !== before.isElsewhere) await store.set(NAME, now);
}

// Read by its owner. That another room is there stays true until the next exchange.
export async function forgetLost(store) {
  await store.set(NAME, { ...(await readNoticed(store)), lost: 0 });
}
