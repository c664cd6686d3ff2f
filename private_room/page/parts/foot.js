// What stands at the foot of every screen: help in a crisis, and how to check that nothing leaves.
// Both work offline and ask nothing of anyone.

import { fill, h } from "../dom.js";
import lines from "../../crisis_lines.json";

export function showFoot(foot, app) {
  fill(foot, crisisLines(app), nothingLeaves(), about());
}

function crisisLines(app) {
  const list = h("div", { class: "lines" });
  const select = h(
    "select",
    { id: "country", onchange: choose },
    lines.countries.map(({ code, name }) => h("option", { value: code }, name)),
    h("option", { value: "" }, "another country"),
  );
  function choose() {
    if (select.value !== app.session.settings.country) app.session.change({ country: select.value });
    fill(list, linesOf(select.value));
  }
  select.value = app.session.settings.country;
  fill(list, linesOf(select.value));
  return h(
    "section",
    { class: "crisis", "aria-labelledby": "crisis-title" },
    h("h2", { id: "crisis-title" }, "If today is too much"),
    h("p", {}, "You can talk to someone now. Nobody learns of it from this page."),
    list,
    h("p", { class: "field-line" }, h("label", { for: "country" }, "Lines for "), select),
  );
}

function linesOf(code) {
  const country = lines.countries.find((one) => one.code === code);
  if (!country) return [h("p", {}, lines.elsewhere)];
  const sure = (line) => (line.evidence === "verified" ? "" : " (unverified)");
  const entry = (line) => h("li", {}, h("a", { href: line.reach }, line.name), `: ${line.how}${sure(line)}`);
  return [h("ul", {}, country.lines.map(entry)), h("p", { class: "quiet" }, `List of ${lines.dated}.`)];
}

function nothingLeaves() {
  return h(
    "details",
    { class: "check" },
    h("summary", {}, "How to check that nothing leaves this device"),
    h(
      "ol",
      {},
      h("li", {}, "On a computer, open this page's network panel: press F12, or Ctrl+Shift+I (on a Mac, Cmd+Option+I), and choose “Network”."),
      h("li", {}, "Wait until this page says it is ready, then clear the list in the panel."),
      h("li", {}, "Bring your calendar and look around. The list stays empty."),
      h("li", {}, "Or switch the connection off altogether: everything here still works."),
    ),
    h("p", {}, "Only “Join with my practice's calendar” asks the server for something, and only when you tap it. The browser itself holds this page to the following rule, and refuses any other address:"),
    h("p", {}, h("code", {}, ROOM_POLICY)),
    h("p", {}, "What this cannot show: whoever runs the server decides which page it sends. Its files carry their hash in their address, so that they can be compared with the published ones."),
  );
}

function about() {
  return h("p", { class: "quiet" }, "Fallow describes work. It is not a diagnosis, not a judgement of fitness, and not a medical record.");
}
