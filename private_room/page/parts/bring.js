// The three ways to bring a calendar: drop it, choose it, or paste it.
// It hands bytes and a name to its caller, and knows nothing of what is in them.

import { h } from "../dom.js";

export function bringCalendar(take) {
  const chooser = h("input", {
    type: "file",
    id: "file",
    class: "unseen",
    multiple: true,
    accept: ".ics,.ical,.ifb,.csv,.tsv,.txt,.json,.ndjson,text/calendar,text/csv,application/json",
    onchange: () => takeFiles(chooser.files, take),
  });
  const zone = h(
    "div",
    { class: "drop" },
    h("p", { class: "drop-words" }, "Drop your calendar here"),
    chooser,
    h("label", { class: "button main", for: "file" }, "Choose a file"),
    h("p", { class: "quiet" }, "An .ics export, a SimplePractice or other CSV, or FHIR appointments."),
  );
  followDrops(zone, take);
  return h("div", { class: "bring" }, zone, pasteBox(take));
}

function followDrops(zone, take) {
  const over = (isOver) => (event) => {
    event.preventDefault();
    zone.classList.toggle("over", isOver);
  };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    takeFiles(event.dataTransfer.files, take);
  });
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

async function takeFiles(files, take) {
  const brought = await Promise.all([...files].map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
  if (brought.length) take(brought);
}
