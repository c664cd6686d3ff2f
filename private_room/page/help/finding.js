// Finding someone for oneself: four ways, each with who pays, who learns of it, and what a board may ask.
// Facts from trust.md §6 (law differs by place and is not legal advice); it recommends nobody.

import { h } from "../dom.js";

const WAYS = [
  {
    title: "A therapist of your own",
    why: "The most private way, and yours to choose.",
    pays: "You, or your insurance. Some practices pay a share without learning a name: look at their help page.",
    learns: "Your therapist. With insurance, the insurer learns of visits and a diagnosis.",
    note: "Ask about someone outside your own circle, and for a first talk before you decide.",
  },
  {
    title: "The employee assistance program (EAP)",
    why: "Quick, and often a handful of talks for free.",
    pays: "Your employer.",
    learns: "The program. Your employer sees how many people use it. Ask the program what else it reports before you begin.",
    note: "If the employer sent you there, it may ask whether you came. Ask that first.",
  },
  {
    title: "A peer line or a peer group",
    why: "Someone who knows the work from inside.",
    pays: "Mostly nobody.",
    learns: "Whoever you talk to. Peers may have duties to act if a client is in danger.",
    note: "Professional associations often know one.",
  },
  {
    title: "Your physician",
    why: "Sleep, mood and pain can have causes that rest does not cure.",
    pays: "Your insurance.",
    learns: "Your physician, and your insurer.",
    note: "Say how you work, and that you would like to know what else it could be.",
  },
];

export function showFinding() {
  return [
    h("h1", {}, "Finding someone for myself"),
    h("p", { class: "lede" }, "Many who do this work wait too long. You do not have to be unwell enough to deserve it."),
    WAYS.map(drawWay),
    h("section", { class: "card" }, h("h2", {}, "What a licensing board may ask"), h("p", {}, "It differs by place. Many boards have stopped asking about care in the past and ask only about what limits you now. Read the words of the question before you fear it. In many places you must report a colleague who is not safe to practice; seeking help yourself is not that.")),
    h("p", { class: "quiet" }, "This is not legal advice. Laws differ, and this page cannot know yours."),
  ];
}

function drawWay({ title, why, pays, learns, note }) {
  const facts = [["Who pays", pays], ["Who learns of it", learns], ["Good to know", note]];
  return h("section", { class: "card" }, h("h2", {}, title), h("p", {}, why), h("dl", { class: "plain facts" }, facts.map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words)))));
}
