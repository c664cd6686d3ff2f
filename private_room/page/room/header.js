// The top of every screen: where one is, the way to help, and the lock. Help is always one tap away.
// It knows the keeper's state and screens by name.

import { fill, h } from "../dom.js";

const PLACES = [
  ["home", "My room"],
  ["checkin", "Check-in"],
  ["start", "My week"],
  ["picture", "Picture"],
  ["journal", "Journal"],
];

export function showHeader(header, app) {
  const tools = header.querySelector(".tools");
  const places = PLACES.filter(([screen]) => app.has(screen));
  fill(header.querySelector("nav"), places.map(([screen, words]) => place(app, screen, words)));
  const draw = () => fill(tools, h("button", { type: "button", class: "help-now", onclick: () => app.go("help") }, "Help now"), lockButton(app));
  app.keeper.addEventListener("change", draw);
  draw();
}

function place(app, screen, words) {
  const wanted = () => (screen === "start" && app.session.hasCalendar ? "week" : screen);
  return h("button", { type: "button", class: "place-link", onclick: () => app.go(wanted()) }, words);
}

function lockButton({ keeper, go }) {
  if (keeper.state === "open") return h("button", { type: "button", class: "button lock", onclick: () => keeper.lock() }, "Lock");
  if (keeper.state === "locked") return h("button", { type: "button", class: "button lock", onclick: () => go("unlock") }, "Open");
  return null;
}
