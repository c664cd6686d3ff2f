// The only thing kept on the device: how this person's week is to be read.
// Zone, hours, rules and caseload answers; never an appointment, a title or a file.

import { guessCountry, guessZone } from "./place.js";

const NAME = "fallow.room.settings";
const WORKDAY = [[9 * 60, 17 * 60]];

export function startingSettings() {
  const zone = guessZone();
  return {
    version: 1,
    key: makeKey(),
    zone,
    country: guessCountry(zone),
    hours: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []],
    rules: [],
    caseload: null,
    exceptions: [],
    minutes_by_code: {},
    paid_hours: null,
    mappings: {},
  };
}

export function readSettings() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "null");
    return kept?.version === 1 ? { ...startingSettings(), ...kept } : startingSettings();
  } catch {
    return startingSettings();
  }
}

// A device that refuses to keep anything is no reason to stop: the week is shown all the same.
export function keepSettings(settings) {
  try {
    localStorage.setItem(NAME, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

export function forgetSettings() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
}

// What the desk needs to know of the settings.
export function forDesk(settings) {
  const { zone, hours, rules, caseload, exceptions, minutes_by_code, paid_hours } = settings;
  return { zone, hours, rules, caseload, exceptions, minutes_by_code, paid_hours };
}

// The key under which titles become references; it never leaves the device.
function makeKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
