// "Keep this?" after something was written: one tap, before any word has to be remembered.
// It knows the keeper's state; what keeping means for recovery is said here and not hidden.

import { announce, fill, h, problem } from "../dom.js";
import { canAsk, makePasskey } from "../vault/passkey.js";
import { Refused } from "../vault/refusals.js";
import { notRecoverable } from "./recovery.js";

const NO_PRF = {
  happened: "This browser's passkeys cannot hold the key to a room.",
  mend: "Choose “Remember on this device”, and write down six words afterwards.",
};
const STOPPED = { happened: "No passkey was made.", mend: "Try again, or remember the room on this device." };

// Where something was written and nothing is kept yet. In the room of the example nothing waits.
export function keepCardIfHeld(app, { state, held } = app.keeper) {
  return state === "new" && held.length ? keepCard(app) : null;
}

export function keepCard(app) {
  const card = h("section", { class: "card keep", "aria-live": "polite" });
  draw(app, card);
  return card;
}

function draw(app, card, trouble = null) {
  const { keeper } = app;
  if (keeper.state === "open") return drawKept(app, card);
  if (keeper.vault.author) return fill(card, h("p", {}, "Sealed. It waits in your locked room, and you need not open it now."), openButton(app));
  if (keeper.state === "locked") return fill(card, h("p", {}, "You have a room already. Open it, and this is kept in it."), openButton(app));
  fill(
    card,
    h("h2", {}, "Keep this?"),
    h("p", {}, "So far it is on this page alone, and gone when you close it. Kept, it is sealed: nobody but you can open it, not even the person who runs the server."),
    trouble ? problem(trouble) : null,
    h("div", { class: "ways-in" }, ways(app, card)),
  );
}

function ways(app, card) {
  const begin = (keep) => async (event) => {
    event.target.disabled = true;
    const trouble = await keep(app.keeper).catch(troubleOf);
    announce(trouble ? "" : "Kept.");
    draw(app, card, trouble);
  };
  return [
    canAsk() ? h("button", { type: "button", class: "button main", onclick: begin(keepWithPasskey) }, "Keep it with a passkey") : null,
    h("button", { type: "button", class: canAsk() ? "button" : "button main", onclick: begin(keepHere) }, "Remember on this device"),
    h("button", { type: "button", class: "link", onclick: () => card.remove() }, "Not now"),
  ];
}

async function keepHere(keeper) {
  await keeper.keepOnDevice();
  return null;
}

async function keepWithPasskey(keeper) {
  try {
    const passkey = await makePasskey();
    if (!passkey) return NO_PRF;
    await keeper.keepWithPasskey(passkey);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error;
    return error.name === "NotAllowedError" ? STOPPED : NO_PRF;
  }
}

function troubleOf(error) {
  if (error instanceof Refused) return error;
  throw error;
}

// What losing this device would mean is said here too, until it would mean nothing.
function drawKept(app, card) {
  const kept = h("p", {}, "Kept, and sealed on this device.");
  fill(card, kept);
  notRecoverable(app).then((said) => fill(card, kept, said), () => {}); // locked meanwhile
}

function openButton(app) {
  return h("p", {}, h("button", { type: "button", class: "button", onclick: () => app.go("unlock") }, "Open my room"));
}
