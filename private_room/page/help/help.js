// Help now: lines that answer, for oneself first and about a client beneath. It asks nobody, keeps
// nothing and looks the same whoever opens it.

import { h } from "../dom.js";
import { crisisLines } from "../parts/foot.js";

export function showHelp(app) {
  return [
    h("h1", {}, "Help now"),
    h("p", { class: "lede" }, "For you first. Opening this page tells nobody, and it works without a connection."),
    crisisLines(app, { id: "help-country" }),
  ];
}
