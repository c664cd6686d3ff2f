// Six words to remember, and a recovery key to print: made by chance, never chosen.
// It knows a list of 2,048 plain English words (BIP-39): six of them are 66 bits.

import { wordlist } from "@scure/bip39/wordlists/english.js";
import { hashText } from "./bytes.js";

export const WORDS = 6;
const GROUP = 6;

export function makeWords() {
  const chosen = crypto.getRandomValues(new Uint16Array(WORDS));
  return Array.from(chosen, (number) => wordlist[number % wordlist.length]).join(" ");
}

export function tidyWords(typed) {
  return typed.toLowerCase().normalize("NFKD").split(/[^a-z]+/).filter(Boolean).join(" ");
}

export function unknownWords(typed) {
  return tidyWords(typed).split(" ").filter((word) => word && !wordlist.includes(word));
}

// The recovery key in groups that an eye can follow on paper.
export function groupKey(identity) {
  return identity.match(new RegExp(`.{1,${GROUP}}`, "g"));
}

export function tidyKey(typed) {
  return typed.toUpperCase().replace(/[^A-Z0-9-]/g, "");
}

// Six words that stand for a verifying key, to compare by eye or aloud (66 bits of SHA-256).
export function wordsOfKey(author) {
  const digits = BigInt(`0x${hashText(`fallow key words 1\0${author}`)}`);
  return Array.from({ length: WORDS }, (_, place) => wordlist[Number((digits >> BigInt(11 * place)) & 2047n)]).join(" ");
}
