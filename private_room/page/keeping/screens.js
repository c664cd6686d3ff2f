// The screens of locks.

import { showUnlock } from "./unlock.js";

export const KEEPING_SCREENS = { unlock: showUnlock };
