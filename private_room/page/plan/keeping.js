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

// What the person has or lacks: a key stands in one of the two lists, never in both.
export function sayThere(app, keys, isThere) {
  return changePlan(app, ({ has = [], lacks = [] }) => {
    const others = (list) => list.filter((key) => !keys.includes(key));
    return { has: [...others(has), ...(isThere ? keys : [])], lacks: [...others(lacks), ...(isThere ? [] : keys)] };
  });
}

export function without(list, place) {
  return list.filter((_, one) => one !== place);
}
