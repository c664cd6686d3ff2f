// What an owner may do with the whole room: keep a sealed copy, take everything along, end it.

import { askTwice, fill, h, problem } from "../dom.js";
import { giveFile } from "../parts/download.js";
import { ANOTHER_ROOM, beginCopying, endCopying, reachCopy, replaceCopy } from "./copying.js";
import { exportRoom } from "./archive/export.js";
import { counted } from "../words.js";
import { section } from "./way_sections.js";

const COPY_STAYS = { happened: "Your room is gone from this browser, but the server's copy could not be reached.", mend: "Destroy your six words and your sheet, and nobody can open it. Or sign in with your own account, begin a copy of a new room, and put the old one away there." };

export function copySection(app) {
  const place = h("div", {});
  const draw = async (trouble = null) => {
    const { store } = app.keeper.vault;
    const isCopied = Boolean(await store.get("remote"));
    const waiting = [...(await store.listRows()), ...(await store.listSlots())].filter(({ isSent }) => !isSent);
    fill(place, trouble ? problem(trouble) : null, trouble === ANOTHER_ROOM ? replacing(app, draw) : null, isCopied ? copied(app, draw, waiting.length) : notCopied(app, draw));
  };
  draw();
  return section("A sealed copy", place);
}

function notCopied(app, draw) {
  const begin = async ({ target }) => {
    target.disabled = true;
    await draw(await beginCopying(app));
  };
  return [
    h("p", {}, "Your practice's server can keep a copy, so that another device of yours can open it. It holds scrambled bytes, how many there are, and the day each came. Nobody there can read them."),
    h("button", { type: "button", class: "button", onclick: begin }, "Keep a sealed copy there"),
  ];
}

function replacing(app, draw) {
  const act = async () => draw(await replaceCopy(app));
  return h("p", {}, askTwice({ words: "Put the other one away", sentence: "What it holds is gone for good, unless a device or an export has it.", yes: "Yes, put it away and keep this one", act }));
}

function copied(app, draw, waiting) {
  const end = async () => {
    await endCopying(app);
    await draw();
  };
  const rest = waiting ? ` ${counted(waiting, "sealed piece waits", "sealed pieces wait")} here until the server takes it.` : "";
  return [h("p", {}, `A sealed copy is kept with the account you signed in with.${rest}`), h("button", { type: "button", class: "link", onclick: end }, "Send nothing more from this device")];
}

export function exportSection(app) {
  const isOpen = app.keeper.state === "open"; // nothing is readable while it is locked
  const download = (readable) => async () => {
    giveFile("fallow-room.zip", await exportRoom(app.keeper, { readable }), "application/zip");
  };
  return section(
    "Take everything along",
    h("p", {}, "One file, sealed as it is kept. The ordinary age program opens it with your words or your sheet; how, stands inside."),
    h("p", { class: "field-line" }, h("button", { type: "button", class: "button", onclick: download(false) }, "Export, sealed"), isOpen ? h("button", { type: "button", class: "button", onclick: download(true) }, "Export with a readable copy") : null),
    h("p", { class: "quiet" }, "A browser without a room takes the sealed file back. ", isOpen ? "The readable copy is for anyone who finds the file. Think of where you put it." : null),
  );
}

export function eraseSection(app) {
  const place = h("div", {});
  const ask = () => {
    const input = h("input", { type: "text", id: "erase-word", autocomplete: "off", required: true });
    const erase = async (event) => {
      event.preventDefault();
      if (input.value.trim().toLowerCase() !== "erase") return input.focus();
      const isReached = (await reachCopy(app)) === null;
      const isGone = await app.keeper.eraseRoom();
      if (isReached && isGone) return app.go("home");
      fill(place, problem(COPY_STAYS));
    };
    fill(place, h("form", { onsubmit: erase }, h("div", { class: "field" }, h("label", { for: "erase-word" }, "Type the word “erase”"), input), h("button", { type: "submit", class: "button" }, "Erase my room for good")));
    input.focus();
  };
  fill(place, h("button", { type: "button", class: "button", onclick: ask }, "Erase my room"));
  return section("An end", h("p", {}, "Everything goes, here and on the server, and nobody can undo it. An export, or a backup of the server, still opens with your six words or your sheet: destroy those too."), place);
}
