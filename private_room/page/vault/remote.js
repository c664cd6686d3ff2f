// The server's side of a vault, as this page reaches it: names and sealed bytes, nothing else.
// It knows addresses and the session's token. It can keep and give back; there is no other operation.

import { NoRoomThere, SignedOut } from "./syncing.js";

const BASE = "/api/own/";

export class Remote {
  #token;

  // Gives the server's side for whoever is signed in, or null when nobody is.
  static async find() {
    const answer = await fetch(`${BASE}session`, { headers: { Accept: "application/json" } });
    if (answer.status === 401) return null;
    if (!answer.ok) throw new Error("unreachable");
    const { account, csrf } = await answer.json();
    return new Remote(account, csrf);
  }

  constructor(account, token) {
    this.account = account;
    this.#token = token;
  }

  list() {
    return this.#ask("GET", "vault");
  }

  async read(place, names) {
    const { rows } = await this.#ask("POST", `vault/${place}/read`, { names });
    return Object.fromEntries(Object.entries(rows).map(([name, text]) => [name, fromPlainBase64(text)]));
  }

  put(place, rows) {
    const told = Object.fromEntries(Object.entries(rows).map(([name, sealed]) => [name, toPlainBase64(sealed)]));
    return this.#ask("PUT", `vault/${place}`, { rows: told });
  }

  remove(place, name) {
    return this.#ask("DELETE", `vault/${place}/${name}`);
  }

  erase() {
    return this.#ask("DELETE", "vault");
  }

  async #ask(method, path, body = null) {
    const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": this.#token };
    const answer = await fetch(BASE + path, { method, headers, body: body && JSON.stringify(body) });
    if (answer.status === 507) throw new NoRoomThere();
    if (answer.status === 401 || answer.status === 403) throw new SignedOut();
    if (!answer.ok) throw new Error("unreachable");
    return answer.json();
  }
}

function toPlainBase64(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

function fromPlainBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
