// Dates, hours and counts in the words of this page. It knows a calendar date from a moment.

const DAY = 24 * 60 * 60 * 1000;
export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

export function kindWords({ kinds }, kind) {
  return kinds.find(({ key }) => key === kind)?.label ?? kind;
}

export function clockWords(minutes) {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

// "16 to 22 November 2026", from the ISO date of a Monday.
export function weekWords(monday) {
  const first = dateOf(monday);
  const last = new Date(first.getTime() + 6 * DAY);
  const day = (date, given) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...given }).format(date);
  const sameMonth = first.getUTCMonth() === last.getUTCMonth();
  const start = sameMonth ? String(first.getUTCDate()) : day(first, { day: "numeric", month: "long" });
  return `${start} to ${day(last, { day: "numeric", month: "long", year: "numeric" })}`;
}

export function shiftWeek(monday, weeks) {
  return new Date(dateOf(monday).getTime() + 7 * weeks * DAY).toISOString().slice(0, 10);
}

// A moment the desk gave with its own offset: said as it stands there, not in the browser's zone.
export function momentWords(iso) {
  const [date, rest] = iso.split("T");
  const named = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
  return `${named.format(dateOf(date))}, ${rest.slice(0, 5)}`;
}

// A moment in the zone of this person's week, which need not be the browser's.
export function zonedWords(iso, zone) {
  const given = { timeZone: zone, weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat("en-GB", given).format(new Date(iso.replace(" ", "T")));
}

// "Wed, 25 November 2026", of a moment as it stands.
export function dayWords(iso) {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "long", year: "numeric" }).format(new Date(iso));
}

export function capitalized(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// "Monday to Friday, 9:00 to 17:00", or the days one by one where they differ.
export function hoursWords(hours) {
  const said = hours.map((spans) => spans.map(([a, b]) => `${clockWords(a)} to ${clockWords(b)}`).join(" and "));
  const runs = [];
  said.forEach((words, day) => {
    const last = runs.at(-1);
    if (last && last.words === words && last.to === day - 1) last.to = day;
    else runs.push({ words, from: day, to: day });
  });
  const kept = runs.filter((run) => run.words);
  const days = ({ from, to }) => (from === to ? DAYS[from] : `${DAYS[from]} to ${DAYS[to]}`);
  return kept.map((run) => `${days(run)}, ${run.words}`).join("; ") || "no working hours";
}

function dateOf(iso) {
  return new Date(`${iso}T00:00:00Z`);
}
