// The three ways to bring a calendar: drop it, choose it, or paste it.
// It hands bytes and a name to its caller, and knows nothing of what is in them.

import { h } from "../dom.js";
import { isZip, unzip } from "../unzip.js";

export function bringCalendar(take) {
  const chooser = h("input", {
    type: "file",
    id: "file",
    class: "unseen",
    multiple: true,
    accept: ".ics,.ical,.ifb,.csv,.tsv,.txt,.json,.ndjson,.zip,text/calendar,text/csv,application/json",
    onchange: () => takeFiles(chooser.files, take),
  });
  const frame = h(
    "div",
    { class: "drop" },
    h("p", { class: "drop-words" }, "Drop your calendar here"),
    chooser,
    h("label", { class: "button main", for: "file" }, "Choose a file"),
    h("p", { class: "quiet" }, "An .ics export, a SimplePractice or other CSV, or FHIR appointments."),
  );
  frame.addEventListener("dragover", () => frame.classList.add("over"));
  for (const end of ["dragleave", "drop"]) frame.addEventListener(end, () => frame.classList.remove("over"));
  return h("div", { class: "bring" }, frame, pasteBox(take), whereToFind());
}

export async function takeFiles(files, take) {
  const brought = await Promise.all([...files].map(open));
  if (brought.length) take(brought.flat());
}

async function open(file) {
  const bytes = await file.arrayBuffer();
  return isZip(bytes) ? unzip(file.name, bytes) : [{ name: file.name, bytes }];
}

function pasteBox(take) {
  const box = h("textarea", { id: "pasted", rows: 5, spellcheck: "false", autocomplete: "off" });
  const read = () => {
    if (box.value.trim()) take([{ name: "pasted text", bytes: new TextEncoder().encode(box.value).buffer }]);
    else box.focus();
  };
  return h(
    "details",
    { class: "quietly" },
    h("summary", {}, "Paste it instead"),
    h("label", { for: "pasted" }, "The text of a calendar file or table"),
    box,
    h("button", { type: "button", class: "button", onclick: read }, "Read what I pasted"),
  );
}

function whereToFind() {
  const place = (name, path) => h("div", {}, h("dt", {}, name), h("dd", {}, path));
  return h(
    "details",
    { class: "quietly" },
    h("summary", {}, "Where do I find it?"),
    h(
      "dl",
      { class: "plain" },
      place("Google Calendar", "On a computer: Settings, Import & export, Export. Bring the zip file as it is."),
      place("Apple Calendar", "On a Mac: choose the calendar, then File, Export."),
      place("Outlook", "On a computer: open the calendar, then File, Save Calendar."),
      place("SimplePractice", "Analytics, Appointment Status, Export."),
    ),
    h("p", { class: "quiet" }, "Menus change. “Export” is the word to look for."),
  );
}
