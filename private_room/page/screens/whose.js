// A file that tells of several clinicians: which of them is this person? Names live on this page alone.

import { fill, h, problem } from "../dom.js";
import { leave, readAll } from "./start.js";

export function showWhose(app, { file, rest = [] }) {
  const said = h("div", {});
  const choose = (clinician) => async ({ target }) => {
    target.disabled = true;
    const answer = await app.session.read(file.name, file.bytes, { mapping: file.mapping, clinician });
    if (!answer.ok) return fill(said, problem(answer));
    const further = rest.length ? await readAll(app, rest) : answer;
    if (further.needs) return app.ask(further);
    leave(app);
  };
  return [
    h("h1", {}, "Which of these is you?"),
    h("p", { class: "lede" }, "This file tells of several people, and a week belongs to one. The others are left out."),
    said,
    h("div", { class: "kinds" }, file.clinicians.map((name) => h("button", { type: "button", class: "kind", onclick: choose(name) }, name))),
  ];
}
