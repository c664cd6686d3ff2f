// An export is brought back into a browser that has no room: what is in it is shown, then taken, still
// sealed. It knows the keeper and how an export is read; opening and verifying come afterwards.

import { announce, fill, h, problem } from "../../dom.js";
import { Refused } from "../../vault/refusals.js";
import { wayOf } from "../../vault/slots.js";
import { counted } from "../../words.js";
import { readExport } from "./reading.js";

const ANYWHERE = { words: "six words", key: "a printed sheet or a remembered device" };

export function showRestore(app) {
  if (app.keeper.state !== "new") return alreadyThere(app);
  const place = h("div", {});
  const chooser = h("input", { type: "file", id: "export-file", class: "unseen", accept: ".zip,application/zip", onchange: () => look(app, chooser.files[0], place) });
  return [
    h("h1", {}, "I have an export"),
    h("p", { class: "lede" }, "Bring the file that you took along, fallow-room.zip. It is read on this device, and nothing of it is sent."),
    h("div", {}, chooser, h("label", { class: "button main", for: "export-file" }, "Choose my export")),
    place,
    h("p", { class: "quiet" }, "A new browser cannot notice by itself that a file is old, or that something was left out at its end. Once the room is open, it shows you its newest day."),
  ];
}

function alreadyThere(app) {
  const { happened, mend } = new Refused("has_room");
  return [
    h("h1", {}, "I have an export"),
    h("p", { class: "lede" }, `${happened} ${mend}`),
    h("p", {}, h("button", { type: "button", class: "button", onclick: () => app.go("keys") }, "Ways in, export, erasing")),
  ];
}

async function look(app, file, place) {
  if (!file) return;
  fill(place, h("p", { role: "status" }, "Looking at it …"));
  const found = await readExport(file).catch(troubleOf);
  if (found.happened) return fill(place, problem(found));
  announce("The export was read.");
  fill(place, drawFound(app, found));
}

function drawFound(app, found) {
  const said = h("div", {});
  const kinds = new Set(found.slots.map(({ sealed }) => wayOf(sealed)));
  const take = async ({ target }) => {
    target.disabled = true;
    const trouble = await app.keeper.restore(found).then(() => null, troubleOf);
    target.disabled = false;
    if (trouble) return fill(said, problem(trouble));
    app.go("unlock");
  };
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "What is in it"),
    h("ul", {}, h("li", {}, counted(found.rows.length, "sealed record", "sealed records")), h("li", {}, `${counted(found.slots.length, "way in", "ways in")}: ${waysWords(kinds)}`)),
    h("p", {}, "None of it has been opened yet. You open it next, with what you have on paper."),
    said,
    h("button", { type: "button", class: "button main", onclick: take }, "Bring it into this browser"),
  );
}

// Which of the ways can open it in a browser that is not the one it came from.
function waysWords(kinds) {
  const able = Object.entries(ANYWHERE).filter(([way]) => kinds.has(way)).map(([, words]) => words);
  const passkey = kinds.has("passkey") ? ["a passkey, at the same address"] : [];
  return [...able, ...passkey].join("; ");
}

function troubleOf(error) {
  return error instanceof Refused ? error : new Refused("cut_short");
}
