// Ways into one's room, and what else its owner may do with it: a copy, an export, new keys, an end.
// It knows sections; each stands in a file of its own.

import { h } from "../dom.js";
import { copySection, eraseSection, exportSection } from "./room_sections.js";
import { passkeySection, sheetSection, waysSection, wordsSection } from "./way_sections.js";
import { rotateSection } from "./rotate_section.js";

export function showKeys(app) {
  if (app.keeper.state === "new") return nothingYet(app);
  return [
    h("h1", {}, "Ways into my room"),
    h("p", { class: "lede" }, "Nobody else has a key: not your employer, not the person who runs the server, not the makers of Fallow. So have more than one way in yourself."),
    [waysSection, wordsSection, sheetSection, passkeySection, copySection, exportSection, rotateSection, eraseSection].map((section) => section(app)),
  ];
}

function nothingYet(app) {
  return [
    h("h1", {}, "Ways into my room"),
    h("p", { class: "lede" }, "There is no room on this device yet. It begins when you keep something."),
    h("p", {}, h("button", { type: "button", class: "button main", onclick: () => app.go("checkin") }, "Begin with a check-in")),
    h("p", {}, h("button", { type: "button", class: "link", onclick: () => app.go("fetch") }, "I have a room on another device")),
    h("p", {}, h("button", { type: "button", class: "link", onclick: () => app.go("restore") }, "I have an export")),
  ];
}
