// The screens of the picture, and what this could be.

import { showCouldBe } from "./could_be.js";
import { showConstruct } from "./construct.js";
import { showPicture } from "./picture.js";

export const PICTURE_SCREENS = { picture: showPicture, could_be: showCouldBe, construct: showConstruct };
