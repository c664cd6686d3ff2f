// Zone and working hours: one line that says them, and a form behind it to change them.
// It knows settings and words; which hours a day may have is known by its parts.

import { fill, h } from "../dom.js";
import { groupZones, zoneWords } from "../place.js";
import { hoursWords } from "../words.js";
import { dayHours } from "./day_hours.js";

export function hoursForm(settings, change) {
  const now = { zone: settings.zone, hours: settings.hours };
  const says = h("span", { class: "says" });
  const tell = () => fill(says, `Times in ${zoneWords(now.zone)}. Working hours: ${hoursWords(now.hours)}.`);
  const apply = (changes) => {
    Object.assign(now, changes);
    tell();
    change(changes);
  };
  tell();
  return h(
    "details",
    { class: "hours" },
    h("summary", {}, says, " ", h("span", { class: "change" }, "Change")),
    zoneField(now.zone, (zone) => apply({ zone })),
    dayHours(now.hours, (hours) => apply({ hours })),
  );
}

function zoneField(chosen, change) {
  const option = (zone) => h("option", { value: zone }, zoneWords(zone));
  const groups = groupZones(chosen).map(([region, zones]) => h("optgroup", { label: region }, zones.map(option)));
  const select = h("select", { id: "zone", onchange: () => change(select.value) }, groups);
  select.value = chosen;
  return h("div", { class: "field" }, h("label", { for: "zone" }, "Time zone"), select);
}
