// The screens of help.

import { showAfter } from "./after.js";
import { showFinding } from "./finding.js";
import { showHelp } from "./help.js";
import { showSafety } from "./safety.js";

export const HELP_SCREENS = { help: showHelp, finding: showFinding, after: showAfter, safety: showSafety };
