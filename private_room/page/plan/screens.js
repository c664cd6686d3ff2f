// The screens of the plan, and of what came of it.

import { showPlan } from "./plan.js";
import { showTrial, showTrials } from "./trials.js";

export const PLAN_SCREENS = { plan: showPlan, trial: showTrial, trials: showTrials };
