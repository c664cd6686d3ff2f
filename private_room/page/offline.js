// Keeps the page for use without a connection, and says when a newer version is waiting.
// It knows the service worker alone. A version never changes under a person's hands.

import { h } from "./dom.js";
import { trustedAddress } from "./trusted.js";

export async function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const kept = await navigator.serviceWorker.register(trustedAddress("/room/service-worker.js"), { scope: "/room/" });
    if (kept.waiting && navigator.serviceWorker.controller) offerNewer(kept.waiting);
    kept.addEventListener("updatefound", () => watch(kept.installing));
    await navigator.serviceWorker.ready;
    document.documentElement.dataset.offline = "ready";
  } catch {
    document.documentElement.dataset.offline = "not kept";
  }
}

function watch(worker) {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && navigator.serviceWorker.controller) offerNewer(worker);
  });
}

function offerNewer(worker) {
  const use = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("use this version");
  };
  const offer = h(
    "p",
    { class: "newer" },
    "A newer version of this page is ready. It begins when you next open it, or ",
    h("button", { type: "button", class: "link", onclick: use }, "now"),
    "; what is open here would have to be brought again.",
  );
  document.getElementById("foot").before(offer);
}
