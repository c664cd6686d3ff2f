// The worker in which Fallow's Python runs: it loads the runtime and hands requests to the desk.
// It knows the three archives beside it and one Python call; it knows no page and no network address
// but its own folder.

import { loadPyodide } from "./pyodide.mjs";
import { countBytes, STEPS } from "./progress.js";

const HERE = new URL("./", self.location.href).href;
const ARCHIVES = ["fallow.zip", "calendar.zip", "zones.zip"];
const OPEN_DESK = `
from fallow.individual.desk import RoomDesk

desk = RoomDesk()


def answer(request, file=None):
    return desk.answer(request, None if file is None else file.to_bytes())


answer
`;

const LOAD_CALENDAR_PACKAGES = "import fallow.workload.readers.icalendar";

const ready = openDesk();
ready.then(
  ({ python }) => {
    self.postMessage({ ready: true });
    setTimeout(() => python.runPython(LOAD_CALENDAR_PACKAGES)); // while a person looks for their file
  },
  (reason) => self.postMessage({ failed: true, kind: String(reason?.name ?? "Error") }),
);

self.addEventListener("message", async ({ data: asked }) => {
  try {
    const { answer } = await ready;
    const file = asked.file ? new Uint8Array(asked.file) : undefined;
    self.postMessage({ id: asked.id, answer: answer(asked.request, file) });
  } catch {
    self.postMessage({ id: asked.id, answer: null });
  }
});

async function openDesk() {
  const report = (share) => self.postMessage({ progress: share });
  countBytes(self, report);
  const archives = ARCHIVES.map((name) => fetch(HERE + name).then((found) => found.arrayBuffer()));
  const python = await loadPyodide({ indexURL: HERE, stdout: () => {}, stderr: () => {} });
  report(STEPS.started);
  for (const archive of archives) python.unpackArchive(await archive, "zip", { extractDir: "/device" });
  report(STEPS.unpacked);
  python.runPython('import sys; sys.path.insert(0, "/device")');
  return { python, answer: python.runPython(OPEN_DESK) };
}
