// The worker that turns six words into a key: slow on purpose, and ended after each answer.

import { decryptWithWords, encryptWithWords } from "../page/vault/slots.js";

self.addEventListener("message", async ({ data: { do: what, text, sealed, words } }) => {
  try {
    const answer = what === "seal" ? await encryptWithWords(text, words) : await decryptWithWords(sealed, words);
    self.postMessage({ answer });
  } catch (error) {
    self.postMessage({ refused: error.reason ?? "slot" });
  }
});
