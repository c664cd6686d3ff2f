// The screens of a check-in.

import { showCheckin } from "./checkin.js";
import { showFirstWords } from "./first_words.js";
import { showForm, showForms } from "./forms.js";

export const CHECKIN_SCREENS = { checkin: showCheckin, first_words: showFirstWords, forms: showForms, form: showForm };
