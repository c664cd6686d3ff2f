// Help now: lines that answer, for oneself first and about a client beneath. It asks nobody, keeps
// nothing and looks the same whoever opens it.

import { h } from "../dom.js";
import { crisisLines } from "../parts/foot.js";

export function showHelp(app, { about = "me" } = {}) {
  const link = (words, screen) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => app.go(screen) }, words));
  return [
    h("h1", {}, "Help now"),
    h("p", { class: "lede" }, "For you first. Opening this page tells nobody, and it works without a connection."),
    crisisLines(app, { id: "help-country" }),
    h("p", {}, "Nobody is watching or reading this. If you might act on thoughts of suicide, call one of these lines, or the emergency number if you are in danger now. This page does not contact anyone for you."),
    h("ul", { class: "plain-list" }, [link("My safety plan", "safety"), link("Finding someone for myself", "finding"), link("Something bad has happened at work", "after")]),
    aboutClient(about === "client"),
  ];
}

function aboutClient(isOpen) {
  return h(
    "details",
    { class: "card", open: isOpen },
    h("summary", {}, h("strong", {}, "About someone I see")),
    h("ul", {}, [
      h("li", {}, "You need not carry this alone: call your supervisor or a colleague now, before the next session."),
      h("li", {}, "The lines above take calls from people who worry about someone else, too."),
      h("li", {}, "If someone is in danger at this moment, it is the emergency number, and then your practice's own steps."),
      h("li", {}, "Write into the client's record what you saw, what you weighed and what you did. Not here."),
      h("li", {}, "Afterwards, look after yourself. It may follow you home, and that is no weakness."),
    ]),
  );
}
