// Starts the device's runtime in Node, and has it compile every zip of one folder into another.
// It knows where things lie by its arguments: the runtime, the Python that compiles, in, out.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, compiler, from, to] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: `${runtime}/` });
python.runPython(readFileSync(compiler, "utf8"));
const compile = python.runPython("lambda body: compile_zip(body.to_bytes())");
for (const name of readdirSync(from).sort()) {
  writeFileSync(join(to, name), compile(new Uint8Array(readFileSync(join(from, name)))).toJs());
}
