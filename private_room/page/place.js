// Where and when this person is, as far as the browser says; both can be changed.
// It knows zones and a few countries, and asks nobody.

const UNITED_STATES = new Set(["US", "PR", "GU", "VI", "AS", "MP"]);
const ELSEWHERE_IN_AMERICA = /^America\/(Argentina|Mexico|Sao_Paulo|Bogota|Lima|Santiago|Caracas|Toronto|Vancouver|Edmonton|Winnipeg|Halifax|St_Johns|Regina|Tijuana|Montevideo|La_Paz|Panama|Havana|Jamaica|Guatemala|Costa_Rica)/;
const IN_UNITED_STATES = /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Menominee|Indiana\/|Kentucky\/|North_Dakota\/|Indianapolis|Louisville|Puerto_Rico)|Pacific\/(Honolulu|Guam))/;

export function guessZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

// The zone is the better witness: many people outside the United States keep their browser in en-US.
export function guessCountry(zone) {
  if (IN_UNITED_STATES.test(zone)) return "US";
  if (ELSEWHERE_IN_AMERICA.test(zone) || /^(Europe|Asia|Africa|Australia|Atlantic|Pacific)\//.test(zone)) return "";
  const region = navigator.languages.map((tag) => new Intl.Locale(tag).region).find(Boolean) ?? "";
  return UNITED_STATES.has(region) ? "US" : "";
}

export function listZones(chosen) {
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  return [...new Set([chosen, guessZone(), "UTC", ...known])].sort();
}

export function zoneWords(zone) {
  return zone.split("/").pop().replaceAll("_", " ");
}

export function nowWords() {
  return new Date().toISOString();
}
