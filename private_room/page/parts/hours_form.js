// Zone and working hours: one line that says them, and a form behind it to change them.
// It knows one span a day; a day without a tick has no working hours.

import { fill, h } from "../dom.js";
import { listZones, zoneWords } from "../place.js";
import { clockWords, DAYS, hoursWords } from "../words.js";

const USUAL = [9 * 60, 17 * 60];

export function hoursForm(settings, change) {
  const says = h("span", { class: "says" });
  const tell = (now) => fill(says, `Times in ${zoneWords(now.zone)}. Working hours: ${hoursWords(now.hours)}.`);
  tell(settings);
  const place = { zone: settings.zone, hours: settings.hours };
  const apply = (changes) => {
    Object.assign(place, changes);
    tell(place);
    change(changes);
  };
  return h(
    "details",
    { class: "hours" },
    h("summary", {}, says, " ", h("span", { class: "change" }, "Change")),
    zoneField(place.zone, (zone) => apply({ zone })),
    h(
      "fieldset",
      { class: "days" },
      h("legend", {}, "Working hours"),
      DAYS.map((name, day) => dayRow(name, place.hours[day][0], (span) => apply({ hours: withDay(place.hours, day, span) }))),
    ),
  );
}

function zoneField(chosen, change) {
  const options = listZones(chosen).map((zone) => h("option", { value: zone }, zone.replaceAll("_", " ")));
  const select = h("select", { id: "zone", onchange: () => change(select.value) }, options);
  select.value = chosen;
  return h("div", { class: "field" }, h("label", { for: "zone" }, "Time zone"), select);
}

function dayRow(name, span, change) {
  const tick = h("input", { type: "checkbox", checked: Boolean(span), onchange: tell });
  const from = time(span?.[0] ?? USUAL[0], `${name} from`);
  const to = time(span?.[1] ?? USUAL[1], `${name} to`);
  const spans = h("span", { class: "span" }, from, " to ", to);
  spans.hidden = !span;
  function tell() {
    spans.hidden = !tick.checked;
    const [start, end] = [minutesOf(from.value), minutesOf(to.value)];
    change(tick.checked && end > start ? [start, end] : null);
  }
  from.addEventListener("change", tell);
  to.addEventListener("change", tell);
  return h("div", { class: "day" }, h("label", {}, tick, " ", name), spans);
}

function time(minutes, label) {
  return h("input", { type: "time", value: clockWords(minutes).padStart(5, "0"), "aria-label": label });
}

function minutesOf(text) {
  const [hour, minute] = text.split(":").map(Number);
  return hour * 60 + minute;
}

function withDay(hours, day, span) {
  return hours.map((spans, place) => (place === day ? (span ? [span] : []) : spans));
}
