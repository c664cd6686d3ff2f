// The screens of locks and ways in.

import { showFetch } from "./fetch.js";
import { showKeys } from "./keys.js";
import { showUnlock } from "./unlock.js";

export const KEEPING_SCREENS = { unlock: showUnlock, keys: showKeys, fetch: showFetch };
