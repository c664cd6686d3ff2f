// The screens of a check-in.

import { showCheckin } from "./checkin.js";
import { showFirstWords } from "./first_words.js";

export const CHECKIN_SCREENS = { checkin: showCheckin, first_words: showFirstWords };
