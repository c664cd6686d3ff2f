// Hands a file to the person who asked for it; nothing is sent anywhere.

import { h } from "../dom.js";

const WHILE_IT_IS_SAVED = 60_000; // milliseconds; a browser may ask first where to put it

export function giveFile(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), WHILE_IT_IS_SAVED);
}
