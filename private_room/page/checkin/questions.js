// Which questions this week asks. The questions and their turns come with the build (CHECKIN), made
// from the same catalog that scores them; nothing here has to wait for Python.

const { answers, form, items, version, weeks } = CHECKIN;
const FIRST_MONDAY = Date.UTC(1970, 0, 5);
const WEEK = 7 * 24 * 60 * 60 * 1000;

export const ANSWERS = answers;

export function mondayOf(date = new Date()) {
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return new Date(day - ((date.getDay() + 6) % 7) * (WEEK / 7)).toISOString().slice(0, 10);
}

export function listQuestions(monday) {
  const week = Math.floor((Date.parse(`${monday}T00:00:00Z`) - FIRST_MONDAY) / WEEK);
  return weeks[week % weeks.length].map((key) => ({ key, wording: items[key] }));
}

export function wordingOf(key) {
  return items[key] ?? "a question of an earlier version";
}

export function answerWords(value) {
  return ANSWERS[value] ?? "";
}

// What is sealed of one check-in: which form, which week, and the answers by key.
export function checkinBody(monday, given) {
  return checkinOf({ key: form, version }, monday, given);
}

export function checkinOf({ key, version: formVersion }, monday, given) {
  return { form: key, version: formVersion, week: monday, answers: given };
}
