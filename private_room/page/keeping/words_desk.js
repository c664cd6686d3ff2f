// The way to the worker that seals and opens by six words, so that a page never stands still for it.
// It knows two questions; the words are gone with the worker after each.

import { Refused } from "../vault/refusals.js";
import { FOLDER, trustedAddress } from "../trusted.js";

export const wordsDesk = {
  seal: (text, words) => ask({ do: "seal", text, words }),
  open: (sealed, words) => ask({ do: "open", sealed, words }),
};

function ask(question) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trustedAddress(`${FOLDER}lock.js`), { type: "module" });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.addEventListener("message", ({ data }) => (data.refused ? end(reject, new Refused(data.refused)) : end(resolve, data.answer)));
    worker.addEventListener("error", () => end(reject, new Refused("slot")));
    worker.postMessage(question);
  });
}
