// The way from the page to its Python: questions go to the worker, answers come back in order.
// It knows the worker's messages and how long to be patient; it knows no screen.

import { FOLDER, trustedAddress } from "./trusted.js";

const LOADING_SECONDS = 90;
const ANSWER_SECONDS = 120;
export const NOT_STARTED = {
  ok: false,
  happened: "The part of this page that reads calendars could not start.",
  mend: "Open the page again, or try a newer browser. Nothing was sent and nothing is lost.",
};
const STUMBLED = {
  ok: false,
  happened: "This question could not be answered just now.",
  mend: "Open the page again and drop the calendar once more.",
};

export class Desk {
  #waiting = new Map();
  #next = 1;
  #worker;
  #giveUp;
  state = { share: 0, ready: false, failed: false };

  constructor(onState) {
    this.onState = onState;
    this.#worker = new Worker(trustedAddress(`${FOLDER}worker.js`), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", () => this.#fail());
    this.#giveUp = setTimeout(() => this.#fail(), LOADING_SECONDS * 1000);
  }

  // This will answer with the desk's own words, or with a sentence on what stood in the way.
  ask(request, file = null) {
    if (this.state.failed) return Promise.resolve(NOT_STARTED);
    const id = this.#next++;
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#settle(id, STUMBLED), ANSWER_SECONDS * 1000);
      this.#waiting.set(id, { resolve, late });
      const copy = file ? file.slice(0) : null;
      this.#worker.postMessage({ id, request: JSON.stringify(request), file: copy }, copy ? [copy] : []);
    });
  }

  #hear(said) {
    if (said.id) return this.#settle(said.id, said.answer ? JSON.parse(said.answer) : STUMBLED);
    if (said.failed) return this.#fail();
    if (said.ready) clearTimeout(this.#giveUp);
    this.state = { ...this.state, share: said.progress ?? this.state.share, ready: Boolean(said.ready) };
    this.onState(this.state);
  }

  #settle(id, answer) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.late);
    this.#waiting.delete(id);
    waiting.resolve(answer);
  }

  #fail() {
    clearTimeout(this.#giveUp);
    if (this.state.ready) return;
    this.state = { ...this.state, failed: true };
    for (const id of [...this.#waiting.keys()]) this.#settle(id, NOT_STARTED);
    this.onState(this.state);
  }
}
