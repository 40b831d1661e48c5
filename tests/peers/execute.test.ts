/** The same notebook through our runner and through everyone else's: every cell ran, and the outputs are equal. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../notebooks/runner/index.js";
import { jupyterHome, needs, type Peers, preparePeers, run } from "./environment.js";
import { cellCount, outcome, peerNotebook } from "./notebook.js";

/** Making the environment downloads some hundred packages. */
const preparation = 600_000;
const patience = 120_000;

const home = jupyterHome();
const notebook = peerNotebook(home.folder);
let peers: Peers;
let ours: unknown[];

beforeAll(async () => {
  peers = preparePeers();
  console.info(peers.missing ?? `peers: ${peers.versions.join(", ")}`);
  const outputPath = join(home.folder, "ours.ipynb");
  const { ok, failure } = await runNotebook(notebook, { outputPath });
  expect(ok, JSON.stringify(failure)).toBe(true);
  ours = outcome(outputPath);
}, preparation);
afterAll(() => home.remove());

/** nbconvert, or the Python beside it, may be Debian's or the environment's. */
async function convert(program: string, output: string, env = home.env): Promise<void> {
  const args = ["nbconvert", "--to", "notebook", "--execute", notebook, "--output", output];
  const { code, text } = await run(program, args, home.folder, env);
  expect(code, text).toBe(0);
}

describe("the same notebook", () => {
  it("is run whole by our runner", () => {
    expect(ours).toHaveLength(cellCount);
    expect(ours.every((cell, index) => (cell as { execution_count: number }).execution_count === index + 1)).toBe(true);
  });

  it(
    "gives the same outputs through this system's own jupyter nbconvert --execute",
    async (context) => {
      const found = spawnSync("/usr/bin/jupyter", ["nbconvert", "--version"], { encoding: "utf8" });
      needs(context, found.status === 0 ? undefined : "no jupyter nbconvert is installed in /usr/bin");
      console.info(`system nbconvert ${found.stdout.trim()}`);
      await convert("/usr/bin/jupyter", "system.ipynb");
      expect(outcome(join(home.folder, "system.ipynb"))).toEqual(ours);
    },
    patience,
  );

  it(
    "gives the same outputs through nbconvert of PyPI",
    async (context) => {
      needs(context, peers.missing);
      // Without its own folder first, "jupyter nbconvert" takes whichever nbconvert is on the path.
      const env = { ...home.env, PATH: `${dirname(peers.program("jupyter"))}:${process.env.PATH}` };
      await convert(peers.program("jupyter"), "nbconvert.ipynb", env);
      expect(outcome(join(home.folder, "nbconvert.ipynb"))).toEqual(ours);
    },
    patience,
  );

  it(
    "gives the same outputs through nbclient of PyPI",
    async (context) => {
      needs(context, peers.missing);
      const script = `import nbformat, sys
from nbclient import NotebookClient
nb = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(nb, timeout=60, kernel_name="soundings").execute()
nbformat.write(nb, sys.argv[2])
`;
      writeFileSync(join(home.folder, "client.py"), script);
      const { code, text } = await run(peers.program("python"), ["client.py", notebook, "nbclient.ipynb"], home.folder, home.env);
      expect(code, text).toBe(0);
      expect(outcome(join(home.folder, "nbclient.ipynb"))).toEqual(ours);
    },
    patience,
  );

  it(
    "gives the same outputs through papermill of PyPI",
    async (context) => {
      needs(context, peers.missing);
      const args = [notebook, "papermill.ipynb", "--kernel", "soundings", "--language", "typescript", "--no-progress-bar"];
      const { code, text } = await run(peers.program("papermill"), args, home.folder, home.env);
      expect(code, text).toBe(0);
      expect(outcome(join(home.folder, "papermill.ipynb"))).toEqual(ours);
    },
    patience,
  );
});

describe("a failing cell", () => {
  it(
    "stops nbclient of PyPI with its name, its message and its line, and nothing after it is run",
    async (context) => {
      needs(context, peers.missing);
      const script = `import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
cells = [nbformat.v4.new_code_cell(c) for c in ["const a = 1;", "\\nthrow new RangeError('too low')", "console.log('after')"]]
nb = nbformat.v4.new_notebook(cells=cells)
try:
    NotebookClient(nb, timeout=60, kernel_name="soundings").execute()
except CellExecutionError as error:
    print(error.ename, "|", error.evalue, "|", nb.cells[1].outputs[0].traceback[1].strip(), "|", len(nb.cells[2].outputs))
`;
      writeFileSync(join(home.folder, "failing.py"), script);
      const { text } = await run(peers.program("python"), ["failing.py"], home.folder, home.env);
      expect(text).toContain("RangeError | too low | at cell[2]:2:7 | 0");
    },
    patience,
  );
});

describe("jupyter_kernel_test of PyPI", () => {
  it(
    "passes wherever it applies",
    async (context) => {
      needs(context, peers.missing);
      writeFileSync(join(home.folder, "kernel_tests.py"), kernelTests);
      const args = ["-m", "unittest", "-v", "kernel_tests"];
      const { code, text } = await run(peers.program("python"), args, home.folder, home.env);
      console.info(text);
      expect(code, text).toBe(0);
      expect(text).toMatch(/test_error .*ok/);
    },
    patience,
  );
});

const kernelTests = `import jupyter_kernel_test

class SoundingsTests(jupyter_kernel_test.KernelTests):
    kernel_name = "soundings"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    completion_samples = [{"text": "Math.flo", "matches": {"floor"}}]
    complete_code_samples = ["1", "const a = 1;", "function f() { return 1 }"]
    incomplete_code_samples = ["function f() {", "if (true) {", "f("]
    code_generate_error = "throw new Error('wanted')"
    code_execute_result = [{"code": "1 + 1", "result": "2"}, {"code": "'a'.repeat(3)", "result": "'aaa'"}]
    code_display_data = [
        {"code": "import { display, table } from '@soundings/display'; display(table([{ a: 1 }]))", "mime": "text/html"}
    ]
    code_inspect_sample = "Math.floor"
`;
