// Published forms: their keys come with the page, their wording is brought by whoever may use it.
// What is brought is shown as text alone, with its hash, and read again each time before it is shown;
// what an answer counts comes from the key.

import { fill, h, problem } from "../dom.js";
import { keepCard } from "../keeping/keep_card.js";
import { askOneByOne } from "./asking.js";
import { checkinOf, mondayOf } from "./questions.js";

const OWN = "own";

export function showForms(app) {
  const place = h("div", { "aria-busy": "true" }, h("p", { class: "quiet" }, "Getting ready …"));
  drawForms(app, place);
  return [
    h("h1", {}, "Published forms"),
    h("p", { class: "lede" }, "Fallow knows how to score them and does not carry their questions. Bring the wording if you may use it; it stays in your room."),
    place,
  ];
}

async function drawForms(app, place) {
  const answer = await app.session.ask({ do: "instruments" });
  if (!answer.ok) return fill(place, problem(answer));
  const kept = await readKept(app.keeper);
  const others = answer.instruments.filter(({ license }) => license !== OWN);
  const recalled = await Promise.all(others.map((form) => recall(app, form, kept)));
  fill(place, others.map((form, at) => drawForm(app, form, recalled[at], () => drawForms(app, place))));
  place.setAttribute("aria-busy", "false");
}

// By form: its newest wording, and the hash of the words that were answered last.
async function readKept(keeper) {
  const [wordings, checkins] = await Promise.all(["wording", "checkin"].map((kind) => readOldestFirst(keeper, kind)));
  return {
    wordings: new Map(wordings.map((body) => [body.instrument, body])),
    answered: new Map(checkins.filter(({ wording }) => wording).map((body) => [body.form, body.wording])),
  };
}

async function readOldestFirst(keeper, kind) {
  const held = keeper.held.filter((one) => one.kind === kind).map(({ body }) => body);
  const kept = keeper.state === "open" ? (await keeper.list(kind)).map(([tip]) => tip.body) : [];
  return [...kept.reverse(), ...held];
}

// Null where nothing was brought in; otherwise what the desk says of it, which may be a refusal.
async function recall(app, { key }, { wordings, answered }) {
  const wording = wordings.get(key);
  return wording ? app.session.ask({ do: "kept_wording", instrument: key, wording, answered: answered.get(key) ?? "" }) : null;
}

function drawForm(app, form, recalled, redraw) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, form.label),
    h("p", { class: "quiet" }, `${form.license_note} Key: ${form.source}.`),
    recalled && !recalled.ok ? problem(recalled) : null,
    recalled?.ok ? ready(app, form, recalled) : bring(app, form, redraw),
  );
}

function ready(app, form, { wording, other_words: otherWords }) {
  return [
    otherWords ? h("p", { class: "notice", role: "alert" }, otherWords) : null,
    h("p", {}, `Its wording is here (${wording.attestation.basis}). The words are someone else's: nothing in them can make this page send your answers.`),
    h("details", { class: "quietly" }, h("summary", {}, "Look at the words"), drawWords(form, wording)),
    h("p", { class: "bar" }, h("button", { type: "button", class: "button main", onclick: () => app.go("form", { form, wording }) }, "Answer it")),
  ];
}

// Every word as it will be asked, what each answer counts by the key, and a hash over all of it.
function drawWords(form, wording) {
  const answers = answersOf(form, wording).map(({ words, value }) => h("li", {}, `${words} counts ${value}`));
  return [
    h("ol", {}, wording.texts.map(([, text]) => h("li", {}, text))),
    h("p", {}, "The answers:"),
    h("ul", {}, answers),
    h("p", {}, "To compare all of it with someone else's, hold this line beside theirs:"),
    h("code", {}, wording.digest.match(/.{8}/g).join(" ")),
  ];
}

// A form that was brought without words for its answers is answered in numbers.
function answersOf(form, wording) {
  const values = [...form.anchors[0][1].values].reverse();
  return values.map((value, place) => ({ value, words: wording.answers[place] ?? String(value) }));
}

function bring(app, form, redraw) {
  const said = h("div", {});
  const file = h("input", { type: "file", id: `file-${form.key}`, accept: ".csv,text/csv", required: true });
  const basis = h("input", { type: "text", id: `basis-${form.key}`, maxlength: 200, required: true });
  const send = async (event) => {
    event.preventDefault();
    const bytes = await file.files[0].arrayBuffer();
    const request = { do: "wording", instrument: form.key, basis: basis.value, given_date: new Date().toISOString().slice(0, 10) };
    const answer = await app.session.ask(request, bytes);
    if (!answer.ok) return fill(said, problem(answer));
    await app.keeper.write("wording", answer.wording);
    redraw();
  };
  return h(
    "form",
    { onsubmit: send },
    said,
    h("div", { class: "field" }, h("label", { for: `file-${form.key}` }, "Its questions, as a table", h("small", {}, `One row each: ${form.items[0].key}, then the text. A row “answers” may hold the answers with | between, the one that counts most first.`)), file),
    h("div", { class: "field" }, h("label", { for: `basis-${form.key}` }, "Why I may use this wording", h("small", {}, "For example: from the owner's page, with credit; or permission by e-mail.")), basis),
    h("button", { type: "submit", class: "button" }, "Bring it in"),
  );
}

export function showForm(app, { form, wording } = {}) {
  if (!form) return showForms(app);
  const answers = answersOf(form, wording);
  const questions = wording.texts.map(([key, text]) => ({ key, wording: text, answers }));
  const place = h("div", {});
  const finish = async (given) => {
    await app.keeper.write("checkin", { ...checkinOf(form, mondayOf(), given), wording: wording.digest });
    fill(place, keepCard(app), await drawScores(app, form, given));
  };
  fill(place, askOneByOne(questions, finish));
  return [h("h1", {}, form.label), place];
}

async function drawScores(app, form, given) {
  const answer = await app.session.ask({ do: "score", instrument: form.key, answers: given });
  if (!answer.ok) return problem(answer);
  return h("section", { class: "card" }, h("h2", {}, "What it comes to"), h("dl", { class: "plain facts" }, answer.scores.map((score) => drawScore(form, score))), h("p", { class: "quiet" }, "A number from one day. It is not a diagnosis, and no band is drawn around it."));
}

function drawScore(form, { scale, label, value, standard_error, most, reason }) {
  if (value === null) return h("div", {}, h("dt", {}, label), h("dd", {}, reason));
  const give = standard_error === null ? "" : `, give or take ${Math.round(1.96 * standard_error)}`;
  const norms = form.norms.filter((norm) => norm.scale === scale).map((norm) => `${norm.name}: ${norm.mean} (${norm.evidence})`);
  return h("div", {}, h("dt", {}, label), h("dd", {}, `${Math.round(value)} of ${most}${give}. ${norms.join("; ")}`));
}
