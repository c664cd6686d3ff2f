// What the models need of a room, read from its records and put to the desk in one question.
// It knows kinds of records; every answer is worked out on this device and is gone when it locks.

export const WORKED_WEEKS = "worked_weeks";
export const PICTURE_SETTINGS = "picture_settings";

// The room that is looked at: one's own, or an example that is never kept.
export function roomOf(app) {
  return app.example ?? app.keeper;
}

// Every body of one kind, oldest first; what was written before there was a key is there too.
export async function listBodies(room, kind) {
  if (room.state !== "open") return room.held.filter((one) => one.kind === kind).map(({ body }) => body);
  const found = await room.list(kind);
  return found.reverse().flatMap((tips) => tips.map(({ body }) => body));
}

// The newest record of a kind that there is one of, and the tips that a new revision replaces.
export async function findOne(room, kind) {
  if (room.state !== "open") return { body: room.held.findLast((one) => one.kind === kind)?.body ?? null, tips: [] };
  const [tips] = await room.list(kind);
  return { body: tips?.[0].body ?? null, tips: tips ?? [] };
}

// This will put one question of the picture, the plan or a trial to the desk, with all it needs.
export async function askAbout(app, does, more = {}) {
  const room = roomOf(app);
  const settings = await findOne(room, PICTURE_SETTINGS);
  const worked = await listBodies(room, WORKED_WEEKS);
  const request = {
    do: does,
    checkins: await listBodies(room, "checkin"),
    weeks: { weeks: worked.flatMap(({ weeks }) => weeks) },
    sensitivity: settings.body?.sensitivity ?? null,
    facts: settings.body?.facts ?? {},
    today: room.today ?? today(),
  };
  return app.session.ask({ ...request, ...more });
}

// What the person set for this page; a choice is kept like everything else.
export async function changeSettings(app, changes) {
  const { body, tips } = await findOne(roomOf(app), PICTURE_SETTINGS);
  await roomOf(app).write(PICTURE_SETTINGS, { ...body, ...changes }, { tips });
}

// Weeks of a calendar that are over are kept as figures alone, so that they stand beneath the answers.
export async function keepWorkedWeeks(app) {
  const { session, keeper } = app;
  if (app.example || !session.hasCalendar || keeper.state !== "open") return;
  await session.settle();
  const { body, tips } = await findOne(keeper, WORKED_WEEKS);
  const answer = await session.ask({ do: WORKED_WEEKS, weeks: body, monday: null, today: today() });
  const isStillTheirs = keeper.state === "open"; // it may have been erased while the desk worked
  if (isStillTheirs && answer.ok && answer.is_new) await keeper.write(WORKED_WEEKS, { weeks: answer.weeks }, { tips });
}

export function today(date = new Date()) {
  const two = (count) => String(count).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// Following five years takes the desk a moment: it begins when the room opens, before anyone asks.
export function keepReady(app) {
  let wasOpen = app.keeper.state === "open";
  app.keeper.addEventListener("change", () => {
    const isOpen = app.keeper.state === "open";
    if (isOpen && !wasOpen) setTimeout(() => begin(app), 300);
    if (!isOpen && wasOpen) forget(app);
    wasOpen = isOpen;
  });
}

async function begin(app) {
  if (app.keeper.state === "open") await askAbout(app, "picture").catch(() => {});
}

function forget(app) {
  app.example = null;
  app.session.desk.ask({ do: "forget_room" });
}
