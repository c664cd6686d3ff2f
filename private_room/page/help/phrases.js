// Whether words on this device could be about wanting to die, so that help can be offered gently.
// It asks nobody, keeps nothing and decides nothing: therapists write such words about others every day.

// Chosen by the makers of Fallow (assumption); wide on purpose, since offering is harmless.
const PHRASES = [
  /\bsuicid\w*/i,
  /\bkill(ing|ed)?\s+(myself|himself|herself|themsel\w+|themself)\b/i,
  /\b(end|ending|take|taking)\s+(my|his|her|their)\s+(own\s+)?life\b/i,
  /\b(want|wanted|wants|wish|wished)\s+(to\s+die|i\s+(was|were)\s+dead|to\s+be\s+dead|not\s+to\s+(be\s+alive|wake\s+up|exist))\b/i,
  /\b(better\s+off\s+dead|no\s+reason\s+to\s+live|not\s+worth\s+living|can'?t\s+go\s+on)\b/i,
  /\b(hurt|harm|cut|cutting|hurting|harming)\s+(myself|himself|herself|themsel\w+)\b/i,
  /\boverdos(e|ed|ing)\b/i,
];
export const DAY = 24 * 60 * 60 * 1000;

export function mayNeedHelp(text) {
  return PHRASES.some((phrase) => phrase.test(text));
}

// At most once a day, whatever is written; `last` and `now` are milliseconds.
export function mayOffer(text, { last, now }) {
  return mayNeedHelp(text) && (!last || now - last >= DAY);
}
