// Where the page begins: the runtime starts to load while the person is still choosing.

import { Desk } from "./desk.js";

new Desk((state) => {
  document.documentElement.dataset.desk = state.failed ? "failed" : state.ready ? "ready" : "loading";
});
