// Whether what came back is what was written: by whom, in which order, whole, and not older than known.
// It knows opened records and heads. What does not hang together is said, never passed over.

import { isSigned, proveSigned } from "./envelope.js";

// `known` holds heads this device has seen: { device: { seq, hash } }.
// Gives records by id (their tips), what they replaced and still holds a text, those to be asked about, findings in plain words, and the heads.
export function readChains(opened, { author, known = {} }) {
  const unique = [...new Map(opened.map((one) => [one.hash, one])).values()];
  const { kept, tray, refused } = sortBySignature(unique, author);
  const chains = groupBy(kept, byDevice);
  const findings = [...refused];
  const heads = {};
  for (const [device, links] of chains) {
    links.sort((a, b) => a.link.seq - b.link.seq);
    findings.push(...checkChain(device, links));
    const { link, hash } = links.at(-1);
    heads[device] = { seq: link.seq, hash };
  }
  findings.push(...checkHeads(chains, known, "rollback"));
  for (const told of kept) {
    if (told.link.kind === "heads" && told.body) findings.push(...checkHeads(chains, told.body.heads, "missing"));
  }
  const { records, replaced } = gatherRecords(kept);
  findings.push(...checkBodies(records));
  return { records, replaced, tray, findings: withoutTwins(findings), heads };
}

const byDevice = ({ link }) => link.device;

function groupBy(list, key) {
  const groups = new Map();
  for (const one of list) {
    if (!groups.has(key(one))) groups.set(key(one), []);
    groups.get(key(one)).push(one);
  }
  return groups;
}

// Signed with the vault's own key, or by a device that a record signed with that key names.
function sortBySignature(opened, author) {
  const sorted = { kept: [], tray: [], refused: [] };
  const devices = listDevices(opened, author);
  for (const one of opened) {
    if (isByOwner(one, author)) sorted.kept.push(one);
    else if (one.link.signer === "identity") sorted.refused.push({ reason: "signature", row: one.row });
  }
  for (const one of opened.filter(({ link }) => link.signer === "device")) {
    const verifying = devices.get(one.link.device);
    if (!verifying) sorted.tray.push(one);
    else if (isSigned(one, verifying)) sorted.kept.push(one);
    else sorted.refused.push({ reason: "signature", row: one.row });
  }
  return sorted;
}

function isByOwner(one, author) {
  return one.link.signer === "identity" && isSigned(one, author);
}

// The verifying keys of devices, as records that the vault's own key signed name them.
function listDevices(opened, author) {
  const named = opened.filter((one) => one.link.kind === "device" && one.body && isByOwner(one, author));
  return new Map(named.map(({ body }) => [body.device, body.verifying]));
}

// What was written while locked, verified beforehand by the browser's own means; `readChains` decides.
export async function proveDevices(opened, author) {
  const devices = listDevices(opened, author);
  const known = opened.filter(({ link }) => link.signer === "device" && devices.has(link.device));
  await Promise.all(known.map((one) => proveSigned(one, devices.get(one.link.device))));
}

function checkChain(device, links) {
  const findings = [];
  let before = { hash: "", link: { seq: 0 } };
  for (const one of links) {
    const step = one.link.seq - before.link.seq;
    if (step === 0) findings.push({ reason: "replayed", device, row: one.row });
    else if (step > 1) findings.push({ reason: "missing", device, from: before.link.seq + 1, to: one.link.seq - 1 });
    else if (one.link.previous !== before.hash) findings.push({ reason: "reordered", device, row: one.row });
    before = one;
  }
  return findings;
}

function checkHeads(chains, heads, reason) {
  const findings = [];
  for (const [device, { seq, hash }] of Object.entries(heads)) {
    const links = chains.get(device) ?? [];
    if (!links.some((one) => one.link.seq === seq && one.hash === hash)) findings.push({ reason, device, from: seq, to: seq });
  }
  return findings;
}

// The tips of a record are its revisions that no other replaces: one, or two after offline edits.
function gatherRecords(kept) {
  const earlier = new Set(kept.flatMap(({ link }) => link.replaces));
  const records = new Map();
  for (const one of kept.filter(({ hash }) => !earlier.has(hash))) {
    records.set(one.link.id, [...(records.get(one.link.id) ?? []), one]);
  }
  return { records, replaced: kept.filter(({ hash, isErased }) => earlier.has(hash) && !isErased) };
}

// Only what was replaced or erased by its writer may come without its body.
function checkBodies(records) {
  const tips = [...records.values()].flat();
  return tips.filter((one) => one.isErased).map(({ row }) => ({ reason: "body", row }));
}

function withoutTwins(findings) {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}
