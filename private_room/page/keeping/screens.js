// The screens of locks and ways in.

import { showRestore } from "./archive/restoring.js";
import { showFetch } from "./fetch.js";
import { showKeys } from "./keys.js";
import { showUnlock } from "./unlock.js";

export const KEEPING_SCREENS = { unlock: showUnlock, keys: showKeys, fetch: showFetch, restore: showRestore };
