// Hands a file to the person who asked for it; nothing is sent anywhere.

import { h } from "../dom.js";

export function giveFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
