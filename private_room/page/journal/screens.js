// The screens of the journal.

import { showEntry } from "./entry.js";
import { showJournal } from "./journal.js";

export const JOURNAL_SCREENS = { journal: showJournal, entry: showEntry };
