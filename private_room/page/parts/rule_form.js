// One rule by words: what a title says, and what it then is. For a new rule and for a changed one.

import { h } from "../dom.js";

export function ruleForm({ kinds }, { id, rule, button }, done) {
  const words = h("input", { id: `${id}-words`, type: "text", maxlength: 80, autocomplete: "off", value: rule?.words ?? "" });
  const kind = h("select", { id: `${id}-kind` }, kinds.map(({ key, label }) => h("option", { value: key }, label)));
  if (rule) kind.value = rule.kind;
  const tell = (event) => {
    event.preventDefault();
    const said = words.value.trim();
    if (said) done({ kind: kind.value, words: said });
    else words.focus();
  };
  return h(
    "form",
    { class: "rule-form", onsubmit: tell },
    h("div", { class: "field" }, h("label", { for: words.id }, "When a title says"), words),
    h("div", { class: "field" }, h("label", { for: kind.id }, "it is"), kind),
    h("button", { type: "submit", class: "button" }, button),
  );
}
