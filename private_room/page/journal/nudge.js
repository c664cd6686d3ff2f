// Looks, on this device, for names, dates and places in what is being written, and only points at them.
// It knows shapes of words in English; it is often wrong, changes nothing and keeps nothing.

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const DATES = [/\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/g, /\b(19|20)\d{2}-\d{2}-\d{2}\b/g, new RegExp(`\\b(\\d{1,2}(st|nd|rd|th)?\\s+(of\\s+)?(${MONTHS})|(${MONTHS})\\s+\\d{1,2}(st|nd|rd|th)?)\\b`, "g")];
const PLACES = /\b(?:in|at|from|near|to)\s+((?:[A-Z][\p{L}'-]+\s?){1,3})/gu;
const TITLED = /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.?\s+[A-Z][\p{L}'-]+/gu;
const CAPITALIZED = /(?<=[\p{L},;:]\s)[A-Z][\p{Ll}'-]{2,}\b/gu;
const CONTACT = /\b[\w.+-]+@[\w-]+\.\w+|\+?\d[\d\s()-]{7,}\d/g;
// Capitalized in the middle of a sentence, and nobody's name.
const PLAIN = new Set(
  ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday English German Spanish French Christmas Easter Thanksgiving " +
    `EMDR CPT DBT CBT ACT PTSD Fallow God Mom Dad Mum ${MONTHS.replaceAll("|", " ")}`).split(" "),
);

// Gives what looks like it could name someone, each once: { what, kind }.
export function findIdentifying(text) {
  const found = [
    ...match(text, CONTACT, "a way to reach someone"),
    ...DATES.flatMap((date) => match(text, date, "a date")),
    ...match(text, TITLED, "a name"),
    ...match(text, PLACES, "a place", 1),
    ...match(text, CAPITALIZED, "a name"),
  ];
  const known = new Map();
  for (const { what, kind } of found) {
    const isPart = [...known.keys()].some((longer) => longer.includes(what));
    if (!isPart && !PLAIN.has(what)) known.set(what, { what, kind });
  }
  return [...known.values()];
}

function match(text, pattern, kind, group = 0) {
  return [...text.matchAll(pattern)].map((found) => ({ what: found[group].trim(), kind }));
}
