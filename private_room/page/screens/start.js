// The first screen: a warm sentence, and the ways in. Nothing has to be known or decided first.

import { announce, fill, h, problem } from "../dom.js";
import { bringCalendar } from "../parts/bring.js";
import { hoursForm } from "../parts/hours_form.js";
import { readiness } from "../parts/readiness.js";

const LEDE = "Bring the calendar you already keep. It is read here, on your own device. Nothing of it is sent, and nothing of it is kept.";

export function showStart(app) {
  const said = h("div", { class: "said" });
  const card = h("div", { class: "card bring-card" });
  const offer = () => {
    app.take = take;
    fill(card, bringCalendar(take), readiness(app));
  };
  const take = async (brought) => {
    app.take = null;
    waitHere(app, card, brought);
    const answer = await readAll(app, brought);
    if (answer.needs) return app.ask(answer);
    if (answer.ok) return leave(app);
    offer();
    fill(said, problem(answer));
  };
  offer();
  return [
    h("h1", {}, "See the week behind your calendar"),
    h("p", { class: "lede" }, LEDE),
    said,
    card,
    hoursForm(app.session.settings, (changes) => app.session.change(changes)),
    h("p", { class: "otherwise" }, "No calendar at hand? ", link("Five numbers give a rough picture", () => app.go("rough")), ". If you are signed in, ", link("your practice's calendar", () => fromPractice(app, said)), " can stand here alone."),
    app.session.hasCalendar ? h("p", {}, link("Back to my week", () => app.go("week"))) : null,
  ];
}

// The practice's appointments alone, without a calendar of one's own; asked for on a tap, as always.
async function fromPractice(app, said) {
  const answer = await app.session.join();
  if (answer.ok) return app.go("week");
  fill(said, problem(answer));
  said.scrollIntoView();
}

function link(words, onclick) {
  return h("button", { type: "button", class: "link", onclick }, words);
}

// This will read what was brought, one after another, and stop where a person is needed.
export async function readAll(app, brought) {
  await app.session.kinds;
  let answer = { ok: true };
  for (const [place, { name, bytes }] of brought.entries()) {
    answer = await app.session.read(name, bytes);
    if (!answer.ok || answer.needs) return { ...answer, rest: brought.slice(place + 1) };
  }
  return answer;
}

export function leave(app) {
  app.go(app.session.listUnsorted().length ? "sorting" : "week");
}

function waitHere(app, card, brought) {
  const words = h("p", { class: "drop-words" }, brought.length === 1 ? "Reading your calendar …" : "Reading your calendars …");
  const bar = h("progress", { max: 1, "aria-label": "Reading" });
  const still = h("p", { class: "quiet" }, "");
  fill(card, h("div", { class: "drop waiting" }, words, bar, still));
  announce("Reading your calendar.");
  app.followDesk((state) => {
    const isOpen = state.ready || state.failed;
    if (isOpen) bar.removeAttribute("value");
    else bar.value = state.share;
    still.textContent = isOpen ? "" : "The first visit takes a few seconds more.";
  });
}
