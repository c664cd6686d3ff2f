// The person's own rules by words of a title, tried before the ones Fallow starts with.
// Rules made by sorting a group hold no words, only a reference; they are counted here.

import { fill, h } from "../dom.js";
import { counted } from "../words.js";

export function ruleList(session, change) {
  const place = h("div", { class: "rules" });
  const set = (rules) => {
    change({ rules });
    draw();
  };
  const draw = () => {
    const { rules } = session.settings;
    const worded = rules.filter((rule) => rule.words);
    const sorted = rules.length - worded.length;
    fill(
      place,
      worded.length ? h("ul", {}, worded.map((rule) => wordedRule(session, rule, () => set(rules.filter((one) => one !== rule))))) : null,
      sorted ? h("p", {}, `${counted(sorted, "group", "groups")} sorted by hand. `, h("button", { type: "button", class: "link", onclick: () => set(worded) }, "Sort them anew")) : null,
      newRule(session, (rule) => set([...rules, rule])),
      startingRules(session),
    );
  };
  draw();
  return place;
}

function wordedRule(session, rule, remove) {
  return h("li", {}, `“${rule.words}” is ${labelOf(session, rule.kind)} `, h("button", { type: "button", class: "link", onclick: remove }, "remove"));
}

function newRule(session, add) {
  const words = h("input", { id: "rule-words", type: "text", maxlength: 80, autocomplete: "off" });
  const kind = h("select", { id: "rule-kind" }, session.words.kinds.map(({ key, label }) => h("option", { value: key }, label)));
  const tell = (event) => {
    event.preventDefault();
    if (words.value.trim()) add({ kind: kind.value, words: words.value.trim() });
    else words.focus();
  };
  return h(
    "form",
    { class: "new-rule", onsubmit: tell },
    h("div", { class: "field" }, h("label", { for: "rule-words" }, "When a title says"), words),
    h("div", { class: "field" }, h("label", { for: "rule-kind" }, "it is"), kind),
    h("button", { type: "submit", class: "button" }, "Add this rule"),
  );
}

function startingRules(session) {
  const byKind = new Map();
  for (const { kind, words } of session.words.starting_rules) byKind.set(kind, [...(byKind.get(kind) ?? []), words]);
  const lines = [...byKind].map(([kind, words]) => h("div", {}, h("dt", {}, labelOf(session, kind)), h("dd", {}, words.join(", "))));
  return h("details", { class: "quietly" }, h("summary", {}, "The rules Fallow starts with"), h("dl", { class: "plain" }, lines));
}

function labelOf(session, kind) {
  return session.words.kinds.find(({ key }) => key === kind)?.label ?? kind;
}
