// An example to look at before one's own weeks are there: made on this device, in memory, never kept.
// It answers like a keeper, so that every page of it works; leaving it leaves nothing behind.

import { busy, fill, h, problem } from "../dom.js";

class ExampleRoom {
  state = "open";
  held = [];
  #records = [];

  constructor({ records, today }) {
    this.today = today;
    for (const { kind, body, at } of records) this.#add(kind, body, at);
  }

  async list(kind) {
    const found = this.#records.filter((one) => one.link.kind === kind);
    return found.sort((a, b) => (a.link.at < b.link.at ? 1 : -1)).map((one) => [one]);
  }

  async write(kind, body, { tips = [] } = {}) {
    this.#records = this.#records.filter((one) => !tips.includes(one));
    this.#add(kind, body, new Date().toISOString());
  }

  #add(kind, body, at) {
    this.#records.push({ link: { kind, at, id: String(this.#records.length) }, body });
  }
}

// Stands on every page that shows the example, so that nobody takes it for their own.
export function exampleBanner(app) {
  if (!app.example) return null;
  const leave = () => {
    app.example = null;
    app.go("home");
  };
  return h("p", { class: "notice example" }, "An example. Nobody lived these weeks, and nothing of them is kept. ", h("button", { type: "button", class: "link", onclick: leave }, "Leave the example"));
}

// The desk may take a while to invent it; whoever went elsewhere meanwhile stays there.
export function exampleOffer(app) {
  const said = h("div", {});
  const show = async ({ target }) => {
    const made = await app.session.ask({ do: "example" });
    if (!target.isConnected) return;
    if (!made.ok) return void fill(said, problem(made));
    app.example = new ExampleRoom(made);
    app.go("picture");
  };
  const begin = (event) => busy(event.target, said, () => show(event));
  return h("div", {}, h("p", {}, h("button", { type: "button", class: "button", onclick: begin }, "Look at an example")), said);
}
