// The doors that lead to what is worked out of one's answers, for the room's first page.

export const PICTURE_DOORS = [
  ["picture", "My picture", "How work has felt over time, against your own usual."],
  ["plan", "My plan", "One or two things that may help, and what to keep, decline or hand on."],
  ["review", "A review for myself", "Looking at my work and the codes, in private."],
];
