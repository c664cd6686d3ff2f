// What stands at the foot of every screen: help in a crisis, and how to check that nothing leaves.
// Both work offline and ask nothing of anyone. The lines come with the build (CRISIS_LINES).

import { fill, h } from "../dom.js";

const { countries, dated, elsewhere } = CRISIS_LINES;
const UNVERIFIED = "“Unverified” means that we know a line and have not yet checked it at a page that may speak for it.";
const STEPS = [
  "On a computer, open this page's network panel: press F12, or Ctrl+Shift+I (on a Mac, Cmd+Option+I), and choose “Network”.",
  "Wait until this page says that it is ready. Then clear the list in the panel.",
  "Bring your calendar and look around. The list stays empty.",
  "Or switch the connection off altogether. Everything here still works.",
];
const EXCEPT = [
  "Two things ask the server, and only once you ask for them: “Join with my practice's calendar”, and the sealed copy of a room you keep.",
  " The browser holds this page to the rule below, and refuses any other address.",
];
const NOT_SHOWN = [
  "One thing this cannot show: whoever runs the server decides which page it sends.",
  " Its files carry their hash in their address, so that anyone can compare them with the published ones.",
];

export function showFoot(foot, app) {
  fill(foot, crisisLines(app), nothingLeaves(), about());
}

export function crisisLines(app, { id = "country" } = {}) {
  const list = h("div", { class: "lines" });
  const select = h(
    "select",
    { id, onchange: choose },
    countries.map(({ code, name }) => h("option", { value: code }, name)),
    h("option", { value: "" }, "another country"),
  );
  select.value = app.session.settings.country;
  fill(list, linesOf(select.value));
  function choose() {
    app.session.change({ country: select.value });
    fill(list, linesOf(select.value));
  }
  return h(
    "section",
    { class: "crisis", "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, "If today is too much"),
    h("p", {}, "You can talk to someone now. Nobody learns of it from this page."),
    list,
    h("p", { class: "field-line" }, h("label", { for: id }, "Lines for"), select),
  );
}

function linesOf(code) {
  const country = countries.find((one) => one.code === code);
  if (!country) return [h("p", {}, elsewhere)];
  return [
    h("ul", {}, country.lines.map(drawLine)),
    h("p", { class: "quiet" }, `We last looked them over on ${dated}. `, UNVERIFIED),
  ];
}

function drawLine({ name, reach, address, hours, check }) {
  return h("li", {}, h("a", { href: address }, reach), h("span", {}, `${name}, ${hours} `, h("small", {}, `(${check})`)));
}

function nothingLeaves() {
  return h(
    "details",
    { class: "check" },
    h("summary", {}, "How to check that nothing leaves this device"),
    h("ol", {}, STEPS.map((step) => h("li", {}, step))),
    h("p", {}, EXCEPT),
    h("p", {}, h("code", {}, ROOM_POLICY)),
    h("p", {}, NOT_SHOWN),
  );
}

function about() {
  return h("p", { class: "quiet" }, "Fallow describes work. It is not a diagnosis, not a judgment of fitness, and not a medical record.");
}
