// Locks the room when nobody has touched it for a while, and at once when asked.
// It knows clocks and touches of this page; what locking means is the keeper's matter.

const IDLE_MINUTES = 5; // trust.md, T8
const TOUCHES = ["pointerdown", "keydown", "scroll", "input"];

export function lockWhenIdle(keeper, { minutes = IDLE_MINUTES } = {}) {
  let touched = Date.now();
  const lockIfLong = () => {
    if (keeper.state === "open" && Date.now() - touched >= minutes * 60_000) keeper.lock();
  };
  for (const touch of TOUCHES) addEventListener(touch, () => (touched = Date.now()), { passive: true, capture: true });
  setInterval(lockIfLong, 15_000);
  // A sleeping device stops its clocks: look again the moment the page is seen.
  document.addEventListener("visibilitychange", lockIfLong);
  // A page that was kept frozen must not come back with everything on it.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  addEventListener("pagehide", () => keeper.lock());
}
