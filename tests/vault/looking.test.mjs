// What the page notices in what is written, on the device alone: names, dates, places; a call for help.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mayNeedHelp, mayOffer } from "../../private_room/page/help/phrases.js";
import { findIdentifying } from "../../private_room/page/journal/nudge.js";

const found = (text) => findIdentifying(text).map(({ what }) => what);

for (const [text, what] of [
  ["Today Marigold told me about her brother.", "Marigold"],
  ["We met on March 3rd and it was hard.", "March 3rd"],
  ["It happened on 12/03/2026.", "12/03/2026"],
  ["She grew up in Cedar Falls with an aunt.", "Cedar Falls"],
  ["I spoke with Dr. Quince after the session.", "Dr. Quince"],
  ["She wrote from quill@fallow.example at night.", "quill@fallow.example"],
]) {
  test(`points at “${what}”`, () => assert.ok(found(text).includes(what), JSON.stringify(found(text))));
}

for (const text of ["I was tired. The session went well.", "On Tuesday I could not be there with him.", "We began EMDR and I felt my own fear.", "My supervisor said I may rest."]) {
  test(`leaves alone: ${text}`, () => assert.deepEqual(found(text), []));
}

for (const text of ["I want to die.", "He said he would kill himself.", "There is no reason to live, she said.", "a suicidal client"]) {
  test(`offers help at: ${text}`, () => assert.ok(mayNeedHelp(text)));
}

for (const text of ["This deadline kills me.", "I am dead tired.", "We laughed ourselves to tears.", "I cut the session short."]) {
  test(`stays quiet at: ${text}`, () => assert.ok(!mayNeedHelp(text)));
}

test("help is offered at most once a day", () => {
  const now = Date.UTC(2026, 10, 25, 9);

  assert.ok(mayOffer("I want to die.", { last: null, now }));
  assert.ok(!mayOffer("I want to die.", { last: now - 60_000, now }));
  assert.ok(mayOffer("I want to die.", { last: now - 24 * 60 * 60 * 1000, now }));
});
