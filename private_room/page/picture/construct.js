// One short page about one thing this could be: what it is, how it differs, what answers it.

import { fill, h, problem } from "../dom.js";

export function showConstruct(app, { page = "stress" } = {}) {
  const title = h("h1", {}, "How they differ");
  const body = h("div", { "aria-busy": "true" });
  app.session.ask({ do: "construct_page", page }).then((told) => {
    fill(body, told.ok ? drawPage(app, told.page) : problem(told));
    if (told.ok) title.textContent = told.page.label;
    body.setAttribute("aria-busy", "false");
  });
  return [title, body];
}

function drawPage(app, { what, differs, tells_apart, answer, sources }) {
  const part = (heading, words) => (words ? h("section", {}, h("h2", {}, heading), h("p", {}, words)) : null);
  return [
    h("p", { class: "lede" }, what),
    part("How it differs", differs),
    part("What tells it apart", tells_apart),
    part("What answers it", answer),
    h("details", { class: "quietly" }, h("summary", {}, "Where this comes from"), h("ul", {}, sources.map(({ says, source, evidence }) => h("li", {}, `${says} ${source} (${evidence})`)))),
    h("p", { class: "further" }, h("button", { type: "button", class: "button", onclick: () => app.go("could_be") }, "What this could be")),
  ];
}
