// Prompts for reflective practice, ours alone; each opens one door and asks for nothing.

export const PROMPTS = [
  ["free", "Whatever is on my mind", ""],
  ["hard_session", "A hard session", "What happened in me? What did I do, and what would I do again?"],
  ["whose_feeling", "Whose feeling is it?", "What did I feel that was mine? What may have been the other's?"],
  ["boundary", "A boundary", "Where did I hold a limit, or let it go? What did that protect, or cost?"],
  ["meaning", "What gave meaning", "When did I know, this week, why I do this work?"],
  ["care_not_given", "Care I could not give", "What would have been right? What stopped it? What would I need?"],
];
export const STOPPED_BY = [
  ["", "not said"],
  ["payer", "the payer"],
  ["policy", "a policy"],
  ["paperwork", "paperwork"],
  ["time", "time"],
  ["place", "no place free"],
  ["other", "something else"],
];
export const SIGNS = [
  ["sleep", "Sleep"],
  ["mood", "Mood"],
  ["body", "Body"],
];
export const SIGN_VALUES = [
  ["well", "well"],
  ["so_so", "so-so"],
  ["badly", "badly"],
];

export function promptOf(key) {
  return PROMPTS.find(([one]) => one === key) ?? PROMPTS[0];
}
