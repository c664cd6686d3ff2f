// What one open page holds: its settings, the files it was given, and what the desk said of them.
// Everything but the settings is gone when the page closes. It knows no element of the page.

import { Desk } from "./desk.js";
import { nowWords } from "./place.js";
import { forDesk, forgetSettings, keepSettings, readSettings, startingSettings } from "./settings.js";

const MOST_BYTES = 100 * 1000 * 1000;
const SORTED_BY = ["zone", "rules", "minutes_by_code"];
const TOO_LARGE = {
  ok: false,
  happened: "This file is larger than 100 MB.",
  mend: "Export a shorter span, for example the last twelve months, and bring that.",
};

export class Session {
  settings = readSettings();
  sources = [];
  leftovers = new Map();
  practice = null;
  words = null;
  shown = null; // the Monday of the week that was looked at last
  #isStale = false;
  #sorting = null;

  constructor(onDesk) {
    this.desk = new Desk(onDesk);
    this.kinds = this.desk.ask({ do: "kinds" }).then((answer) => (this.words = answer));
  }

  ask(request, file) {
    const { settings } = this;
    return this.desk.ask({ settings: forDesk(settings), now: nowWords(), key: settings.key, ...request }, file);
  }

  change(changes) {
    this.settings = { ...this.settings, ...changes };
    keepSettings(this.settings);
    if (SORTED_BY.some((name) => name in changes)) this.#resortSoon();
  }

  // This will read one file or pasted text; a table that nobody mapped yet answers `needs`.
  async read(name, bytes, { mapping = null, clinician = null } = {}) {
    if (bytes.byteLength > MOST_BYTES) return TOO_LARGE;
    const source = this.#sourceFor(name);
    const answer = await this.ask({ do: "read", source, name, mapping, clinician }, bytes);
    if (answer.needs === "mapping") {
      const kept = this.settings.mappings[answer.fingerprint];
      return kept && !mapping ? this.read(name, bytes, { mapping: kept }) : { ...answer, name, bytes };
    }
    if (answer.needs === "clinician") return { ...answer, name, bytes, mapping };
    if (answer.ok) this.#remember(source, name, answer);
    return answer;
  }

  // This will sort everything again by the settings of now, while the person goes on.
  // One sorting runs at a time; whatever changes meanwhile is taken up by one more.
  #resortSoon() {
    if (this.sources.length === 0) return;
    this.#isStale = true;
    this.#sorting ??= this.#resort().finally(() => (this.#sorting = null));
  }

  async settle() {
    while (this.#sorting) await this.#sorting;
  }

  async #resort() {
    while (this.#isStale) {
      this.#isStale = false;
      const answer = await this.ask({ do: "resort" });
      if (answer.ok) this.#gather(answer.leftovers);
    }
  }

  async join() {
    const answer = await readPractice();
    if (!answer.ok) return answer;
    const { appointments, spans, policy, acuity, practice } = answer.found;
    const joined = await this.ask({ do: "join", appointments, spans, policy, acuity });
    if (joined.ok) this.practice = { name: practice, count: joined.joined };
    return joined;
  }

  async forget() {
    forgetSettings();
    this.settings = startingSettings();
    this.sources = [];
    this.leftovers.clear();
    this.practice = null;
    this.shown = null;
    await this.desk.ask({ do: "forget" });
  }

  get hasCalendar() {
    return this.sources.length > 0 || this.practice !== null;
  }

  // What the person can still sort; entries without a title cannot be told apart.
  listUnsorted() {
    return [...this.leftovers.values()].filter((group) => group.open && group.label_ref);
  }

  titleOf = (label) => this.leftovers.get(label)?.title ?? null;

  #sourceFor(name) {
    return this.sources.find((one) => one.name === name)?.source ?? `calendar ${this.sources.length + 1}`;
  }

  #remember(source, name, answer) {
    this.sources = [...this.sources.filter((one) => one.source !== source), { source, name, report: answer.report }];
    this.#gather(answer.leftovers, { add: true });
  }

  // A group stays known by its reference after it was sorted, so that its answer can be changed.
  #gather(found, { add = false } = {}) {
    if (!add) for (const group of this.leftovers.values()) group.open = false;
    for (const group of found) this.leftovers.set(group.label_ref, { ...group, open: true });
  }
}

const REFUSALS = {
  401: { happened: "You are not signed in here.", mend: "Sign in to your practice in another tab, then tap again." },
  403: { happened: "Your practice's calendar is not open to this account.", mend: "Ask whoever keeps the accounts." },
  404: { happened: "No practice calendar is linked to you yet.", mend: "Confirm your calendar under Mine, then tap again." },
};
const UNREACHED = {
  happened: "The practice's calendar could not be reached.",
  mend: "Your own calendar works without it. Try again when you are connected.",
};

// The one request this page makes after loading, and only on a tap.
async function readPractice() {
  try {
    const answer = await fetch("/api/own/appointments", { headers: { Accept: "application/json" } });
    if (answer.ok) return { ok: true, found: await answer.json() };
    return { ok: false, ...(REFUSALS[answer.status] ?? UNREACHED) };
  } catch {
    return { ok: false, ...UNREACHED };
  }
}
