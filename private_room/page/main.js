// Where the page begins. The runtime starts to load while the person is still choosing,
// and each screen takes the place of the one before; Back leads to where one came from.

import { announce, fill } from "./dom.js";
import { keepOffline } from "./offline.js";
import { takeFiles } from "./parts/bring.js";
import { showFoot } from "./parts/foot.js";
import { showCaseload } from "./screens/caseload.js";
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
  caseload: showCaseload,
};
const NEED_A_CALENDAR = new Set(["week", "sorting"]);
const main = document.getElementById("main");
const listeners = new Set();

const app = {
  session: new Session((state) => hearDesk(state)),
  go,
  // The screen that takes files sets this; on the others a dropped file is left alone.
  take: null,
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

function go(screen, given = {}) {
  history.pushState({ screen }, "");
  draw(screen, given);
}

function draw(screen, given) {
  listeners.clear();
  app.take = null;
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
  const wanted = state?.screen ?? "start";
  const isPossible = wanted !== "mapping" && (app.session.hasCalendar || !NEED_A_CALENDAR.has(wanted));
  draw(isPossible ? wanted : "start", {});
});

// A file that misses the frame is still meant for it, and must never replace the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (app.take) takeFiles(event.dataTransfer.files, app.take);
});

history.replaceState({ screen: "start" }, "");
showFoot(document.getElementById("foot"), app);
draw("start", {});
for (const face of document.fonts) face.load(); // now, so that no letter asks for a file later
keepOffline();
