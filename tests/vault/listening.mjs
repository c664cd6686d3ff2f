// All that leaves the device, as the page's own requests say it: addresses, headers and bodies; and a
// sweep of it for what Ada wrote and for her private keys, however they may be spelled.

import { bech32 } from "@scure/base";
import { randomBytes } from "node:crypto";

const METHODS = { GET: "list", POST: "read", PUT: "put", DELETE: "remove" };

// The same modules, whose requests go through the page's own `Remote`. `sent` takes each request, and
// `secrets` [what it is, its bytes]; every record gets a canary of 128 bits that no cipher holds by chance.
export function listen(m) {
  const heard = { sent: [], secrets: [] };
  const makeKeys = async () => {
    const keys = await m.makeKeys();
    const { words } = bech32.decode(keys.identity, 200);
    heard.secrets.push(["the reading key", Buffer.from(bech32.fromWords(words))], ["the line of the reading key", Buffer.from(keys.identity)], ["the signing key", Buffer.from(keys.seed)]);
    return keys;
  };
  class Vault extends m.Vault {
    write(kind, body, given) {
      if (body === null) return super.write(kind, body, given);
      const canary = randomBytes(16).toString("hex");
      heard.secrets.push([`words of kind ${kind}`, Buffer.from(canary)]);
      return super.write(kind, { ...body, canary }, given);
    }
  }
  const syncVault = (vault, server, given) => overHttp(m, { server, heard }, (remote) => m.syncVault(vault, remote, given));
  return { modules: { ...m, makeKeys, Vault, syncVault }, heard };
}

async function overHttp(m, { server, heard }, work) {
  const before = globalThis.fetch;
  globalThis.fetch = async (address, { method, headers, body }) => {
    heard.sent.push({ address, headers: JSON.stringify(headers), body: body ?? "" });
    return answer(m, server, { method, path: address.split("/").slice(4), told: body ? JSON.parse(body) : null });
  };
  try {
    return await work(new m.Remote("0".repeat(64), "a token"));
  } finally {
    globalThis.fetch = before;
  }
}

// What the server in memory says, as an answer of the real one; `path` is what stands behind "vault/".
async function answer(m, server, { method, path: [place, name], told }) {
  try {
    const given = { list: [], read: [place, told?.names], put: [place, told?.rows && decoded(told.rows)], remove: [place, name] };
    const done = await server[METHODS[method]](...given[METHODS[method]]);
    return { status: 200, ok: true, json: async () => (method === "POST" ? { rows: coded(done) } : (done ?? {})) };
  } catch (error) {
    if (error instanceof m.SignedOut) return { status: 401, ok: false, json: async () => ({}) };
    throw error;
  }
}

const mapped = (rows, change) => Object.fromEntries(Object.entries(rows).filter(([, value]) => value).map(([name, value]) => [name, change(value)]));
const coded = (rows) => mapped(rows, (bytes) => Buffer.from(bytes).toString("base64"));
const decoded = (rows) => mapped(rows, (text) => new Uint8Array(Buffer.from(text, "base64")));

// Gives what was found, each as "the signing key in an address".
export function sweep({ sent, secrets }) {
  const found = sent.flatMap((request) => Object.entries(request).flatMap(([where, text]) => findIn(text, secrets).map((what) => `${what} in ${where}`)));
  return [...new Set(found)];
}

function findIn(text, secrets) {
  const parts = unpack(text);
  return secrets.filter(([, bytes]) => spellings(bytes).some((one) => parts.some((part) => part.includes(one)))).map(([what]) => what);
}

// The text itself, and each of its stretches of base64 as the bytes that it stands for.
function unpack(text) {
  const inside = text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? [];
  return [Buffer.from(text), ...inside.map((code) => Buffer.from(code, "base64"))];
}

function spellings(bytes) {
  const hex = bytes.toString("hex");
  const spelled = [bytes, Buffer.from(hex), Buffer.from(hex.toUpperCase()), Buffer.from(String([...bytes]))];
  const inner = [0, 1, 2].map((offset) => innerBase64(bytes, offset));
  return [...spelled, ...inner, ...inner.map((code) => code.replaceAll("+", "-").replaceAll("/", "_"))];
}

// What stays the same of a base64 text whatever stands before and after it.
function innerBase64(bytes, offset) {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  return whole.slice(offset ? 4 : 0, -4);
}
