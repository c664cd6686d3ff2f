// A room that is on another device already: its sealed copy is brought here, then opened.

import { fill, h, problem } from "../dom.js";
import { fetchRoom } from "./copying.js";

export function showFetch(app) {
  const said = h("div", { class: "said" });
  const begin = async ({ target }) => {
    target.disabled = true;
    const trouble = await fetchRoom(app);
    target.disabled = false;
    if (trouble) return fill(said, problem(trouble));
    app.go("unlock");
  };
  return [
    h("h1", {}, "My room is on another device"),
    h("p", { class: "lede" }, "If a sealed copy is kept at your practice, sign in there in another tab and fetch it. You open it here with your six words, your sheet or your passkey."),
    said,
    h("p", {}, h("button", { type: "button", class: "button main", onclick: begin }, "Fetch my sealed copy")),
    h("p", { class: "quiet" }, "A new browser cannot notice by itself whether the server hands it an older state. Compare with a device that you have used before."),
  ];
}
