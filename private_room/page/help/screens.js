// The screens of help.

import { showHelp } from "./help.js";

export const HELP_SCREENS = { help: showHelp };
