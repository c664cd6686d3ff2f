// Where the page begins. The runtime starts to load while the person is still choosing,
// and each screen takes the place of the one before; Back leads to where one came from.

import { announce, fill } from "./dom.js";
import { keepOffline } from "./offline.js";
import { CHECKIN_SCREENS } from "./checkin/screens.js";
import { HELP_SCREENS } from "./help/screens.js";
import { JOURNAL_SCREENS } from "./journal/screens.js";
import { openKeeper } from "./keeping/opening.js";
import { KEEPING_SCREENS } from "./keeping/screens.js";
import { takeFiles } from "./parts/bring.js";
import { showFoot } from "./parts/foot.js";
import { keepReady } from "./picture/gathering.js";
import { PICTURE_SCREENS } from "./picture/screens.js";
import { PLAN_SCREENS } from "./plan/screens.js";
import { REVIEW_SCREENS } from "./review/screens.js";
import { showHeader } from "./room/header.js";
import { showHome } from "./room/home.js";
import { showCaseload } from "./screens/caseload.js";
import { showMapping } from "./screens/mapping.js";
import { showRough } from "./screens/rough.js";
import { showSettings } from "./screens/settings.js";
import { showSorting } from "./screens/sorting.js";
import { showStart } from "./screens/start.js";
import { showWeek } from "./screens/week.js";
import { showWhose } from "./screens/whose.js";
import { Session } from "./session.js";
import { sayTroubles } from "./trouble.js";

const SCREENS = {
  start: showStart,
  mapping: showMapping,
  sorting: showSorting,
  week: showWeek,
  rough: showRough,
  whose: showWhose,
  settings: showSettings,
  caseload: showCaseload,
  home: showHome,
  ...CHECKIN_SCREENS,
  ...HELP_SCREENS,
  ...JOURNAL_SCREENS,
  ...KEEPING_SCREENS,
  ...PICTURE_SCREENS,
  ...PLAN_SCREENS,
  ...REVIEW_SCREENS,
};
const ONCE = new Set(["mapping", "whose"]); // made of a file that is not at hand any more
const NEED_A_CALENDAR = new Set(["week", "sorting"]);
// What is worked out of all records can only be looked at in an open room, or one that never was kept.
const OF_ALL_RECORDS = new Set(["picture", "could_be", "construct", "plan", "trials", "trial", "review"]);
const PRIVATE = new Set(["journal", "entry", "safety", "keys", "forms", "form", ...OF_ALL_RECORDS]);
let shownState = null;
const main = document.getElementById("main");
const listeners = new Set();

const app = {
  session: new Session((state) => hearDesk(state)),
  keeper: await openKeeper(),
  go,
  // After something that took its time: nobody is pulled away from where they went meanwhile.
  goFrom: (node, screen, given) => node.isConnected && go(screen, given),
  // A file that needs a person's word before it can be read: its columns, or whose week it is.
  ask: (needed) => (needed.needs === "mapping" ? go("mapping", { table: needed, rest: needed.rest }) : go("whose", { file: needed, rest: needed.rest })),
  has: (screen) => screen in SCREENS,
  // The screen that takes files sets this; on the others a dropped file is left alone.
  take: null,
  example: null, // a room that nobody lives in, while it is looked at
  // A screen may follow the desk while the runtime loads; the next screen ends that.
  followDesk(listen) {
    listeners.add(listen);
    listen(app.session.desk.state);
  },
};

function hearDesk(state) {
  const stands = state.ready ? "ready" : "loading";
  document.documentElement.dataset.desk = state.failed ? "failed" : stands;
  for (const listen of listeners) listen(state);
}

function go(screen, given = {}) {
  history.pushState({ screen }, "");
  if (OF_ALL_RECORDS.has(screen) && app.keeper.state === "locked" && !app.example) return draw("unlock", { then: screen });
  draw(screen, given);
}

function draw(screen, given) {
  listeners.clear();
  app.take = null;
  fill(main, SCREENS[screen](app, given));
  main.dataset.screen = screen;
  shownState = app.keeper.state;
  const title = main.querySelector("h1");
  document.title = `${title.textContent} · Fallow`;
  announce("");
  scrollTo(0, 0);
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

// A week that was shown can be shown again; anything that needs what is gone begins anew.
// What was open when the room locks must not stay on the screen.
app.keeper.addEventListener("change", () => {
  const { screen } = main.dataset;
  if (app.keeper.state === "locked" && PRIVATE.has(screen)) go("unlock", { then: screen });
  if (screen === "home" && app.keeper.state !== shownState) draw("home", {});
});

// Erased in another tab, it has ended in this one too.
app.keeper.addEventListener("ended", () => PRIVATE.has(main.dataset.screen) && go("home"));

addEventListener("popstate", ({ state }) => {
  const wanted = state?.screen ?? "start";
  const isLocked = PRIVATE.has(wanted) && app.keeper.state === "locked";
  if (isLocked) return draw("unlock", { then: wanted });
  const isPossible = !ONCE.has(wanted) && (app.session.hasCalendar || !NEED_A_CALENDAR.has(wanted));
  draw(isPossible ? wanted : "start", {});
});

// A file that misses the frame is still meant for it, and must never replace the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (app.take) takeFiles(event.dataTransfer.files, app.take);
});

// A newcomer begins with their calendar; whoever keeps a room begins there.
const first = app.keeper.state === "new" ? "start" : "home";
history.replaceState({ screen: first }, "");
showHeader(document.querySelector(".top"), app);
showFoot(document.getElementById("foot"), app);
sayTroubles(document.getElementById("trouble"));
draw(first, {});
for (const face of document.fonts) face.load(); // now, so that no letter asks for a file later
keepOffline();
keepReady(app);
