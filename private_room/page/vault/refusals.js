// What the vault refuses, each with one word for tests and one sentence for people.
// It knows no value: a refusal never carries what was written or any key.

const SENTENCES = {
  unreadable: ["This record cannot be opened with your keys.", "It was left aside; nothing was changed."],
  form: ["This record is not in a form that this page reads.", "It was left aside. A newer version of the page may know it."],
  reader: ["This record was sealed for someone else too.", "It was left aside. Ask the person who runs the server."],
  signature: ["This record was not signed by you.", "It was left aside. Someone else may have made it."],
  author: ["This record says it is by someone else.", "It was left aside."],
  row: ["This record lies in another record's place.", "It was left aside. The server mixed two of them up."],
  body: ["This record's text was changed or taken out.", "It was left aside. Look for it in your own export."],
  device: ["This record comes from a device that you have not confirmed.", "Say whether it is yours before it counts."],
  missing: ["Something you wrote is missing on the server.", "Look whether another of your devices still has it."],
  replayed: ["The server sent one of your records twice, in two forms.", "Both were kept aside for you to look at."],
  reordered: ["Your records came back in another order than you wrote them.", "They were left aside."],
  rollback: ["The server holds an older state than this device has seen.", "Nothing was overwritten here. Ask the person who runs it."],
  lost: ["The server no longer had something that you wrote.", "It was sent there again from this device. If that happens again, ask the person who runs the server."],
  elsewhere: ["The server keeps a room with other keys than this one.", "Nothing is sent or fetched. If you changed your keys on another device, export this room and put it away here. Then fetch the new one."],
  slot: ["This lock does not open with what was given.", "Try again, or use another of your ways in."],
  weak: ["This lock is weaker than the ones this page makes.", "It was not tried. Use another of your ways in."],
  keys: ["These keys are not the ones this device knows.", "Nothing was opened. Compare with your recovery sheet."],
  no_export: ["This file is not an export of a private room.", "Look for the file that you exported. It was named fallow-room.zip."],
  cut_short: ["This file is cut short or damaged.", "Take another copy of it. Nothing was changed here."],
  strange: ["This file holds something that no export holds.", "Nothing was taken from it. Take the file just as it was exported."],
  too_much: ["This file holds more than a room can.", "Nothing was taken from it. Look for the file that you exported."],
  no_way: ["This export holds no way in, so nobody can open it.", "Take another copy of it. Nothing was changed here."],
  has_room: ["There is a room in this browser already.", "Nothing is laid over it. Use a browser without a room, or erase this one first."],
  over: ["This room was put away while something was still being kept.", "That was not kept. Begin a room again when you like."],
  changed: ["Your keys were changed in another tab.", "Copy what you wrote, load this page again, and open your room anew."],
  full: ["This browser has no room left for that.", "Leave this page open, make room on the device, and try again."],
  not_kept: ["This browser could not keep that.", "Leave this page open, and try once more."],
  keeps_nothing: ["This browser keeps nothing for this page.", "Use a window that is not private, or another browser."],
  size: ["This is longer than one record can hold.", "Split it into two entries."],
};

export class Refused extends Error {
  constructor(reason) {
    const [happened, mend] = SENTENCES[reason];
    super(`${happened} ${mend}`);
    this.name = "Refused";
    this.reason = reason;
    this.happened = happened;
    this.mend = mend;
  }
}
