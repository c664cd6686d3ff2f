// Sleep, mood and body, noted with one tap each. It knows the keeper and three small questions.

import { announce, h } from "../dom.js";
import { SIGN_VALUES, SIGNS } from "./prompts.js";

export function signsRow(app) {
  return h(
    "section",
    { class: "card signs", "aria-labelledby": "signs-title" },
    h("h2", { id: "signs-title" }, "How are you today?"),
    SIGNS.map(([key, label]) => drawSign(app, key, label)),
  );
}

function drawSign(app, key, label) {
  const group = h("div", { class: "sign", role: "group", "aria-label": label }, h("span", { class: "sign-name" }, label));
  const note = (value, words) => async ({ currentTarget }) => {
    if (currentTarget.getAttribute("aria-pressed") === "true") return; // a double tap notes it once
    const before = group.querySelector("[aria-pressed=true]")?.dataset.value;
    press(group, value);
    try {
      await app.keeper.write("sign", { of: key, value });
    } catch (error) {
      press(group, before); // it was not noted
      throw error;
    }
    announce(`${label}: ${words}. Noted.`);
  };
  group.append(...SIGN_VALUES.map(([value, words]) => h("button", { type: "button", class: "kind", "data-value": value, "aria-pressed": "false", onclick: note(value, words) }, words)));
  return group;
}

function press(group, value) {
  for (const button of group.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.value === value));
}
