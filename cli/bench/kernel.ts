/**
 * The kernel beside others: stock tslab, and Deno's kernel, which checks no types. Same client, same cells, in turn.
 * Here: what is timed and the section of the report. Not here: the functions (run.ts).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { kernelCommand } from "../../notebooks/kernel/index.js";
import { KernelClient } from "../../notebooks/runner/client.js";
import { createConnectionFile } from "../../notebooks/runner/connection.js";
import { KernelProcess } from "../../notebooks/runner/kernel-process.js";
import { root } from "../root.js";
import { median } from "./median.js";

/** Each kernel is started this often; the kernels take turns, so that the machine's mood is the same for all. */
const starts = 5;
/** How often the cells are run in each kernel. The first cell of a kernel is reported by itself. */
const rounds = 4;
const denoVersion = "2.9.6";

/** A notebook's ordinary cells; all three kernels run them as they are. */
export const cells = [
  "interface Lot { start: number; deal: number; city: string }",
  "const lots: Lot[] = Array.from({ length: 200 }, (_, i) => ({ start: 1 + i, deal: i % 5 === 0 ? 0 : 1 + i, city: 'c' + (i % 7) }));",
  "function share(rows: Lot[]): number { let [deal, start] = [0, 0]; for (const row of rows) { deal += row.deal; start += row.start } return (100 * deal) / start }",
  "share(lots)",
  "const byCity = new Map<string, Lot[]>(); for (const lot of lots) byCity.set(lot.city, [...(byCity.get(lot.city) ?? []), lot]);",
  "[...byCity].map(([city, rows]) => ({ city, hpi: share(rows) }))",
  "import { existsSync } from 'node:fs'; existsSync('.')",
  "const later = await Promise.resolve(share(lots) / 2); later",
  "console.log(lots.length, later.toFixed(1))",
  "class Index { constructor(readonly base: number) {} at(x: number) { return x / this.base } } new Index(2).at(4)",
];

interface Contender {
  readonly name: string;
  readonly command: (connectionFile: string) => string[];
}

interface Timing {
  readonly name: string;
  /** Milliseconds, each in the order of measurement. */
  readonly start: number[];
  readonly first: number[];
  readonly cell: number[];
}

/** Times the kernels and returns the section for docs/BENCH.md. */
export async function benchKernels(say: (line: string) => void): Promise<string> {
  mkdirSync(join(root, "dist"), { recursive: true });
  const folder = mkdtempSync(join(root, "dist", "bench-"));
  const deno = installDeno();
  try {
    const contenders = [ours, stock, ...(typeof deno === "string" ? [] : [deno.contender])];
    say(`timing ${contenders.length} kernels, ${starts} starts each …`);
    const timings: Timing[] = contenders.map(({ name }) => ({ name, start: [], first: [], cell: [] }));
    for (let turn = 0; turn < starts; turn++) {
      for (const [index, contender] of contenders.entries()) await time(contender, timings[index] as Timing, folder);
    }
    return section(timings, typeof deno === "string" ? deno : undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (typeof deno !== "string") deno.remove();
  }
}

const ours: Contender = { name: "Soundings", command: kernelCommand };

const stock: Contender = {
  name: "tslab, stock",
  command: (file) => {
    const program = join(dirname(createRequire(import.meta.url).resolve("tslab/package.json")), "bin", "tslab");
    return [process.execPath, program, "kernel", `--config-path=${file}`];
  },
};

/** Deno from the npm registry, in a folder that is thrown away; or why it cannot be had. */
function installDeno(): { contender: Contender; remove(): void } | string {
  const folder = mkdtempSync(join(tmpdir(), "soundings-deno-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  const shell = process.platform === "win32";
  const install = ["install", `deno@${denoVersion}`, "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr, error } = spawnSync("npm", install, { cwd: folder, encoding: "utf8", shell });
  const program = join(folder, "node_modules", ".bin", "deno");
  const works = status === 0 && spawnSync(program, ["--version"], { shell }).status === 0;
  if (works) {
    const command = (file: string) => [program, "jupyter", "--kernel", "--conn", file];
    return { contender: { name: `Deno ${denoVersion}, which checks no types`, command }, remove };
  }
  remove();
  return `Deno's kernel could not be had from npm: ${error?.message ?? (stderr.trim().split("\n").at(-1) || "it does not start")}.`;
}

/** One start and all cells, over loopback ports because stock tslab and Deno know no others. */
async function time({ name, command }: Contender, into: Timing, folder: string): Promise<void> {
  const file = await createConnectionFile("tcp");
  const began = performance.now();
  const kernel = new KernelProcess(command(file.path), folder);
  const client = new KernelClient(
    file.connection,
    () => {},
    (error) => {
      throw error;
    },
  );
  try {
    await client.ready();
    into.start.push(performance.now() - began);
    for (let round = 0; round < rounds; round++) {
      for (const [index, code] of cells.entries()) {
        const taken = await timeCell(client, code, name);
        (round === 0 && index === 0 ? into.first : into.cell).push(taken);
      }
    }
  } finally {
    client.close();
    await kernel.end(0);
    file.remove();
  }
}

async function timeCell(client: KernelClient, code: string, name: string): Promise<number> {
  const began = performance.now();
  const request = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true };
  const { reply, idle } = client.request("execute_request", request);
  const [{ status }] = await Promise.all([reply, idle]);
  if (status !== "ok") throw new Error(`${name} did not run this cell of the benchmark: ${code}`);
  return performance.now() - began;
}

function section(timings: readonly Timing[], missing: string | undefined): string {
  const mine = timings[0] as Timing;
  const row = ({ name, start, first, cell }: Timing) => {
    const ratio = (median(cell) / median(mine.cell)).toFixed(2);
    return `| ${name} | ${median(start).toFixed(0)} | ${median(first).toFixed(0)} | ${median(cell).toFixed(1)} | ${mean(cell).toFixed(1)} | ${ratio} |`;
  };
  return `## The notebook kernel, milliseconds

Medians of ${starts} starts, the kernels in turn, through one client over loopback; ${rounds} rounds of ${cells.length} ordinary cells in each, with the mean
beside the median because cells that import cost more. Start is from the process's start to the first answer that is also heard
publishing. The last column is the median cell as a multiple of ours.
${missing === undefined ? "" : `\n${missing}\n`}
| kernel | start | first cell | a cell, median | a cell, mean | of ours |
|---|---:|---:|---:|---:|---:|
${timings.map(row).join("\n")}
`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
