// The only three scripts this page may start beside itself, let through the Trusted Types policy.
// It knows their addresses; anything else is refused here.

export const FOLDER = new URL("./", import.meta.url).pathname;
const LET_THROUGH = new Set([`${FOLDER}worker.js`, `${FOLDER}lock.js`, "/room/service-worker.js"]);

const vault = globalThis.trustedTypes?.createPolicy("vault", { createScriptURL: letThrough });

export function trustedAddress(path) {
  return vault ? vault.createScriptURL(path) : letThrough(path);
}

function letThrough(path) {
  if (!LET_THROUGH.has(path)) throw new TypeError("This page starts only its own three scripts.");
  return path;
}
