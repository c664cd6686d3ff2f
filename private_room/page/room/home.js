// One's own room: the check-in, my week, the journal, and whatever has to be said about its locks.
// It knows the keeper's state and findings; a quiet week asks for nothing.

import { fill, h } from "../dom.js";
import { readNoticed } from "../keeping/noticed.js";
import { notRecoverable } from "../keeping/recovery.js";
import { finishRotation } from "../keeping/rotate_section.js";
import { PICTURE_DOORS } from "../picture/doors.js";
import { findingsCard } from "./findings.js";
import { noticedCard } from "./noticed.js";
import { newestCard } from "./newest.js";

const DOORS = [
  ["checkin", "How was this week?", "Nine short questions, about a minute."],
  ["start", "My week", "What your calendar says about the work: how much, how heavy, how unbroken."],
  ...PICTURE_DOORS,
  ["journal", "My journal", "Pages that only you can open."],
  ["safety", "My safety plan", "Written on a good day, for a bad one."],
];

export function showHome(app) {
  const news = h("div", { class: "news" });
  drawNews(app, news);
  drawWhenNoticed(app, news);
  return [
    h("h1", {}, "My room"),
    h("p", { class: "lede" }, stateWords(app.keeper)),
    news,
    h("ul", { class: "doors" }, DOORS.filter(([screen]) => app.has(screen)).map((door) => drawDoor(app, door))),
    h("p", { class: "otherwise" }, h("button", { type: "button", class: "link", onclick: () => app.go("keys") }, "Ways in, export, erasing"), " ", h("button", { type: "button", class: "link", onclick: () => app.go("forms") }, "Published forms")),
  ];
}

function stateWords({ state, held }) {
  if (state === "open") return "It is open. It locks by itself after five quiet minutes.";
  if (state === "locked") return "It is locked. What is inside is scrambled until you open it.";
  return held.length ? "What you wrote is on this page alone, until you keep it." : "Nothing is kept here yet, and nothing has to be.";
}

function drawDoor(app, [screen, title, words]) {
  const wanted = screen === "start" && app.session.hasCalendar ? "week" : screen;
  return h("li", { class: "card door" }, h("h2", {}, h("button", { type: "button", class: "door-link", onclick: () => app.go(wanted) }, title)), h("p", {}, words));
}

// An exchange may notice something while one is looking: it is said then, and not at the next visit.
function drawWhenNoticed(app, news) {
  const { keeper } = app;
  const read = async () => JSON.stringify(await readNoticed(keeper.vault.store));
  let shown = read();
  const look = async () => {
    if (!news.isConnected) return keeper.removeEventListener("change", look);
    const [before, now] = [await shown, await read()];
    shown = now;
    if (before !== now) await drawNews(app, news);
  };
  keeper.addEventListener("change", look);
}

async function drawNews(app, news) {
  const { keeper } = app;
  if (keeper.state === "locked") {
    return fill(news, h("p", {}, h("button", { type: "button", class: "button main", onclick: () => app.go("unlock") }, "Open my room")));
  }
  if (keeper.state !== "open") return;
  const rotated = (await keeper.isSealingAgain()) ? await finishRotation(keeper, news) : null;
  const { findings, tray } = await keeper.read();
  const noticed = await readNoticed(keeper.vault.store);
  const [newest, unsafe] = [await newestCard(app), await notRecoverable(app)];
  fill(news, noticedCard(app, noticed), findingsCard(app, { findings, tray }), rotated, newest, unsafe && h("div", { class: "card" }, unsafe));
}
