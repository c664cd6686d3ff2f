// Where and when this person is, as far as the browser says; both can be changed.
// It knows the browser's zone and the crisis lines' countries, and asks nobody.

export function guessZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

// By the clock, not by the language: many people outside the United States keep a browser in en-US.
export function guessCountry(zone) {
  return CRISIS_LINES.countries.find(({ zones }) => zones.includes(zone))?.code ?? "";
}

// Every zone by its region, with the likely ones first, as [[region, zones], …].
export function groupZones(chosen) {
  const likely = [...new Set([chosen, guessZone(), "UTC"])];
  const regions = new Map([["Likely here", likely]]);
  for (const zone of Intl.supportedValuesOf?.("timeZone") ?? []) {
    const [region, city] = zone.split("/");
    if (city) regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions];
}

export function zoneWords(zone) {
  return zone.split("/").slice(1).reverse().join(", ").replaceAll("_", " ") || zone;
}

export function nowWords() {
  return new Date().toISOString();
}
