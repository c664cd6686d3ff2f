// Where the page begins. The runtime starts to load while the person is still choosing,
// and each screen takes the place of the one before; Back leads to where one came from.

import { announce, fill } from "./dom.js";
import { keepOffline } from "./offline.js";
import { showFoot } from "./parts/foot.js";
import { showMapping } from "./screens/mapping.js";
import { showRough } from "./screens/rough.js";
import { showSettings } from "./screens/settings.js";
import { showSorting } from "./screens/sorting.js";
import { showStart } from "./screens/start.js";
import { showWeek } from "./screens/week.js";
import { Session } from "./session.js";

const SCREENS = {
  start: showStart,
  mapping: showMapping,
  sorting: showSorting,
  week: showWeek,
  rough: showRough,
  settings: showSettings,
};
const main = document.getElementById("main");
const listeners = new Set();

const app = {
  session: new Session((state) => hearDesk(state)),
  go,
  // A screen may follow the desk while the runtime loads; the next screen ends that.
  followDesk(listen) {
    listeners.add(listen);
    listen(app.session.desk.state);
  },
};

function hearDesk(state) {
  document.documentElement.dataset.desk = state.failed ? "failed" : state.ready ? "ready" : "loading";
  for (const listen of listeners) listen(state);
}

function go(screen, given = {}, { remember = true } = {}) {
  listeners.clear();
  if (remember) history.pushState({ screen }, "");
  draw(screen, given);
}

function draw(screen, given) {
  fill(main, SCREENS[screen](app, given));
  main.dataset.screen = screen;
  const title = main.querySelector("h1");
  document.title = `${title.textContent} · Fallow`;
  announce("");
  scrollTo(0, 0);
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

// A week that was shown can be shown again; anything that needs what is gone begins anew.
addEventListener("popstate", ({ state }) => {
  listeners.clear();
  const wanted = state?.screen ?? "start";
  const possible = wanted !== "mapping" && (app.session.hasCalendar || !["week", "sorting"].includes(wanted));
  draw(possible ? wanted : "start", {});
});

history.replaceState({ screen: "start" }, "");
showFoot(document.getElementById("foot"), app);
draw("start", {});
for (const face of document.fonts) face.load(); // now, so that no letter asks for a file later
keepOffline();
