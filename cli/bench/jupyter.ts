/**
 * One notebook of ten cells, from its file to its executed file: `soundings run` beside `jupyter nbconvert --execute`
 * on the same kernel, in turn. Here: what is timed and the section of the report. Not here: the kernels (kernel.ts).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kernelMetadata } from "../../notebooks/kernel/index.js";
import { root } from "../root.js";
import { cells } from "./kernel.js";
import { median } from "./median.js";
import { jupyterHome, preparePeers } from "./peers.js";

const pairs = 7;
const ratioWanted = 0.6;

interface Contender {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The executed notebook that it writes. */
  readonly output: string;
}

/** Times both and returns the section for docs/BENCH.md. */
export function benchJupyter(say: (line: string) => void): string {
  const peers = preparePeers();
  if (peers.missing !== undefined) return section(`nbconvert could not be had: ${peers.missing}.`);
  say(`timing a notebook of ${cells.length} cells, ${pairs} pairs …`);
  const { folder, env, remove } = jupyterHome();
  try {
    const input = join(folder, "ten.ipynb");
    writeFileSync(input, notebook());
    const outputs = join(folder, "output");
    mkdirSync(outputs);
    const ours: Contender = {
      name: "soundings run",
      program: process.execPath,
      args: [join(root, "cli/bootstrap.mjs"), "run", input, "--output", join(outputs, "ours.ipynb")],
      output: join(outputs, "ours.ipynb"),
    };
    const theirs: Contender = {
      name: "nbconvert",
      program: peers.program("jupyter"),
      args: ["nbconvert", "--to", "notebook", "--execute", input, "--output-dir", outputs, "--output", "theirs.ipynb"],
      output: join(outputs, "theirs.ipynb"),
    };
    const time = (contender: Contender) => timed(contender, folder, env);
    // The first of each is for the disk.
    const times = Array.from({ length: pairs + 1 }, () => [time(ours), time(theirs)] as const).slice(1);
    const version = peers.versions.find((line) => line.startsWith("nbconvert ")) ?? "nbconvert";
    return section(table(version, times));
  } finally {
    remove();
  }
}

function notebook(): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: kernelMetadata },
    cells: cells.map((source, i) => ({
      cell_type: "code",
      id: `cell-${i}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
  });
}

/** Seconds of one whole process. A run that did not run every cell is no time. */
function timed({ name, program, args, output }: Contender, cwd: string, env: NodeJS.ProcessEnv): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  const taken = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  const counts = (JSON.parse(readFileSync(output, "utf8")) as { cells: { execution_count: number | null }[] }).cells;
  if (counts.some(({ execution_count }, i) => execution_count !== i + 1)) throw new Error(`${name} skipped a cell`);
  return taken;
}

function table(version: string, times: readonly (readonly [ours: number, theirs: number])[]): string {
  const [ours, theirs] = [times.map(([a]) => a), times.map(([, b]) => b)];
  const ratios = times.map(([a, b]) => a / b).sort((a, b) => a - b);
  const ratio = median(ratios);
  const [least = ratio, most = ratio] = [ratios[0], ratios.at(-1)];
  return `| | median, seconds |
|---|---:|
| \`soundings run\`, which also checks the types of all cells first | ${median(ours).toFixed(2)} |
| \`jupyter nbconvert --execute\` (${version}) on the same kernel | ${median(theirs).toFixed(2)} |

Pair by pair ours took ${ratio.toFixed(2)} of its time (${least.toFixed(2)} to ${most.toFixed(2)}; wanted: at most ${ratioWanted}, ${ratio <= ratioWanted ? "met" : "not met"}).`;
}

function section(said: string): string {
  return `## A notebook of ten cells, whole processes

The ordinary cells of the kernels' benchmark as one notebook, from its file to the executed file; ${pairs} pairs in turn.

${said}
`;
}
