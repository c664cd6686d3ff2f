// The plan as its record keeps it: read whole, changed in one place, written back as a new revision.

import { findOne, roomOf } from "../picture/gathering.js";

const PLAN = "plan";
export const TRIAL = "trial";

export async function readPlan(app) {
  const { body, tips } = await findOne(roomOf(app), PLAN);
  return { plan: body ?? {}, tips };
}

// `change` gets the plan as it is now and gives what is different in it.
export async function changePlan(app, change) {
  const { plan, tips } = await readPlan(app);
  await roomOf(app).write(PLAN, { ...plan, ...change(plan) }, { tips });
}

export function without(list, place) {
  return list.filter((_, one) => one !== place);
}
