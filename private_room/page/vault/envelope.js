// One record as it is sealed: a signed link, and the body that the link binds by its hash.
// It knows what a link must say; whether the links of a device hang together is the chain's matter.

import { hashText, toBase64, toBytes } from "./bytes.js";
import { isSignedBy, isSignedNatively } from "./keys.js";
import { readingKeyOf } from "./reading_key.js";
import { Refused } from "./refusals.js";
import { openWith, sealFor } from "./sealing.js";

const VERSION = 1;
const DOMAIN = "fallow envelope 1\0";
const FIELDS = ["at", "author", "body", "device", "id", "kind", "previous", "reader", "replaces", "revision", "seq", "signer", "v"];
const HEX = /^[0-9a-f]+$/;

// `link` says everything but v, author, reader and the body's hash; `sign` gives 64 bytes.
export async function sealRecord({ link, body, author, recipient, sign }) {
  const bodyText = JSON.stringify(body);
  const told = { v: VERSION, author, reader: recipient, body: hashText(bodyText), ...link };
  const linkText = JSON.stringify(told);
  const signature = toBase64(await sign(messageOf(linkText)));
  return sealText({ linkText, signature, bodyText }, recipient);
}

async function sealText({ linkText, signature, bodyText }, recipient) {
  const text = JSON.stringify({ link: linkText, signature, body: bodyText });
  return { row: rowOf(linkText), hash: hashText(linkText), sealed: await sealFor(recipient, text) };
}

// A record whose text is taken out for good: the signed link stays, so that the chain stays whole.
export function sealWithoutBody({ linkText, signature }, recipient) {
  return sealText({ linkText, signature, bodyText: null }, recipient);
}

// The place on the server follows from the link, so that two records cannot change places.
export function rowOf(linkText) {
  return hashText(linkText).slice(0, 32);
}

// Opens one row and refuses whatever does not fit; the chain and the signer's device come after.
export async function openRecord({ row, sealed, keys }) {
  const told = parse(await openWith(await readingKeyOf(keys), sealed));
  const { link: linkText, signature, body: bodyText } = told ?? {};
  const link = readLink(linkText);
  if (row !== rowOf(linkText)) throw new Refused("row");
  if (link.author !== keys.author) throw new Refused("author");
  if (link.reader !== keys.recipient) throw new Refused("reader");
  if (bodyText !== null && hashText(String(bodyText)) !== link.body) throw new Refused("body");
  const body = bodyText === null ? null : JSON.parse(bodyText);
  const opened = { row, sealed, hash: hashText(linkText), link, linkText, signature, body, isErased: bodyText === null };
  if (link.signer === "identity") await proveSigned(opened, keys.author);
  return opened;
}

function readLink(linkText) {
  const link = typeof linkText === "string" ? parse(linkText) : null;
  const isKnown = link?.v === VERSION && Object.keys(link).sort().join() === FIELDS.join();
  if (!isKnown) throw new Refused("form");
  const fits =
    [link.id, link.device, link.body].every((text) => HEX.test(text)) &&
    [link.revision, link.seq].every((count) => Number.isSafeInteger(count) && count >= 1) &&
    (link.previous === "" || HEX.test(link.previous)) &&
    Array.isArray(link.replaces) &&
    typeof link.kind === "string" &&
    ["identity", "device"].includes(link.signer);
  if (!fits) throw new Refused("form");
  return link;
}

// What was verified once is not verified again: after each entry all of them are read anew.
const proven = new WeakMap();

// The browser's own Ed25519 is many times faster: what it confirms needs no other, the rest `isSigned` decides.
export async function proveSigned(opened, verifyingKey) {
  if (proven.get(opened) === verifyingKey) return;
  if (await isSignedNatively(verifyingKey, opened.signature, messageOf(opened.linkText))) proven.set(opened, verifyingKey);
}

export function isSigned(opened, verifyingKey) {
  if (proven.get(opened) === verifyingKey) return true;
  const holds = isSignedBy(verifyingKey, opened.signature, messageOf(opened.linkText));
  if (holds) proven.set(opened, verifyingKey);
  return holds;
}

// An opened record told to the digest of this device, and back, with the key that its signature held by.
export function tellOpened(opened) {
  const { row, hash, linkText, signature, body, isErased } = opened;
  return { row, hash, linkText, signature, body, isErased, by: proven.get(opened) ?? null };
}

export function recallOpened({ by, sum: _, ...told }, sealed) {
  const opened = { ...told, sealed, link: JSON.parse(told.linkText) };
  if (by) proven.set(opened, by);
  return opened;
}

function messageOf(linkText) {
  return toBytes(DOMAIN + linkText);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
