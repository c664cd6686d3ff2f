// The person's own rules by words of a title, tried from the top, before the ones Fallow starts with.
// Rules made by sorting a group hold no words, only a reference; they are counted here.

import { announce, fill, h } from "../dom.js";
import { counted, kindWords } from "../words.js";
import { ruleForm } from "./rule_form.js";

export function ruleList(session, change) {
  const place = h("div", { class: "rules" });
  let edited = null;
  const set = (rules, said) => {
    edited = null;
    change({ rules });
    draw();
    announce(said);
    place.querySelector("#rule-words").focus();
  };
  const edit = (rule) => {
    edited = rule;
    draw();
    place.querySelector("#edited-words").focus();
  };
  const drawRule = (rule, at, worded) => {
    const { rules } = session.settings;
    const keep = (changed) => set(rules.map((one) => (one === rule ? changed : one)), "The rule is changed.");
    if (rule === edited) return h("li", {}, ruleForm(session.words, { id: "edited", rule, button: "Keep the change" }, keep));
    return h(
      "li",
      {},
      h("span", { class: "rule" }, `“${rule.words}” is ${kindWords(session.words, rule.kind)}`),
      h("span", { class: "acts" }, [
        act("change", rule, () => edit(rule)),
        at > 0 ? act("try earlier", rule, () => set(swapped(rules, rule, worded[at - 1]), "The rule is tried earlier.")) : null,
        act("remove", rule, () => set(rules.filter((one) => one !== rule), "The rule is removed.")),
      ]),
    );
  };
  const draw = () => {
    const { rules } = session.settings;
    const worded = rules.filter((rule) => rule.words);
    fill(
      place,
      h("p", { class: "quiet" }, "Your own rules are tried from the top, before the ones Fallow starts with. The first that fits decides."),
      worded.length ? h("ol", {}, worded.map(drawRule)) : null,
      sortedByHand(rules.length - worded.length, () => set(worded, "The groups are open again.")),
      ruleForm(session.words, { id: "rule", rule: null, button: "Add this rule" }, (rule) => set([...rules, rule], "The rule is added.")),
      startingRules(session),
    );
  };
  draw();
  return place;
}

function act(words, rule, onclick) {
  return h("button", { type: "button", class: "link", "aria-label": `${words}: ${rule.words}`, onclick }, words);
}

function swapped(rules, one, other) {
  return rules.map((rule) => (rule === one ? other : rule === other ? one : rule));
}

function sortedByHand(count, forget) {
  if (!count) return null;
  const again = h("button", { type: "button", class: "link", onclick: forget }, "Open them again");
  return h("p", {}, `${counted(count, "group", "groups")} sorted by hand. `, again);
}

function startingRules({ words }) {
  const byKind = new Map();
  for (const rule of words.starting_rules) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule.words]);
  const lines = [...byKind].map(([kind, said]) => h("div", {}, h("dt", {}, kindWords(words, kind)), h("dd", {}, said.join(", "))));
  return h("details", { class: "quietly" }, h("summary", {}, "The rules Fallow starts with"), h("dl", { class: "plain" }, lines));
}
