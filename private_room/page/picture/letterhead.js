// The top of a page that is worked out of one's answers. On paper it says where the sheet is from and
// when, and no name; on the screen it is there for the example alone.

import { h } from "../dom.js";
import { exampleBanner } from "./example.js";

export function letterhead(app) {
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(new Date());
  return [h("p", { class: "on-paper letterhead" }, `From the room on my own device, ${day}. Not a diagnosis, and not legally privileged.`), exampleBanner(app)];
}
