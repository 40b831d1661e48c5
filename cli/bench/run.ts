/**
 * `npm run bench`: what each function costs beside plain arithmetic in the same run, HPI over a million lots, and the
 * kernel beside others.
 * Writes docs/BENCH.md. A figure is never a pass or a failure.
 */
import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { catalog, hpi } from "soundings";
import { Bench } from "tinybench";
import { root } from "../root.js";
import { writeWhole } from "../steps.js";
import { benchJupyter } from "./jupyter.js";
import { benchKernels } from "./kernel.js";
import { median } from "./median.js";
import { pairs } from "./plain.js";
import { benchSheets } from "./sheets.js";

/** A call takes a few hundred nanoseconds: timed in batches, so that the clock is not what is measured. */
const callsPerSample = 1_000;
const lotsInLongColumn = 1_000_000;
const nanosecondsPerMillisecond = 1e6;

interface Timed {
  readonly name: string;
  /** Median nanoseconds a call. */
  readonly core: number;
  readonly plain: number;
}

/** Time everything and write the report. */
export async function bench(): Promise<number> {
  const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);
  say(`timing ${pairs.length} functions …`);
  const scalars: Timed[] = [];
  for (const { id, core, plain } of pairs) scalars.push(await timePair(id, repeat(core), repeat(plain), callsPerSample));
  say("timing HPI over a million lots …");
  const columns = [await timeColumns("typed arrays", true), await timeColumns("plain arrays", false)];
  const kernels = await benchKernels(say);
  const sheets = await benchSheets(say);
  const jupyter = benchJupyter(say);
  const path = join(root, "docs", "BENCH.md");
  writeWhole(path, `${report(scalars, columns)}\n${sheets}\n${kernels}\n${jupyter}`);
  say(`wrote ${path}`);
  return 0;
}

function repeat(call: () => unknown): () => void {
  return () => {
    for (let i = 0; i < callsPerSample; i++) call();
  };
}

/** Both sides in one run, so that the machine's mood is the same for both. */
async function timePair(name: string, core: () => void, plain: () => void, calls: number): Promise<Timed> {
  const suite = new Bench({ time: 150, warmupTime: 50 }).add("core", core).add("plain", plain);
  await suite.run();
  const perCall = (task: string) => (median(suite.getTask(task)?.result?.samples ?? []) * nanosecondsPerMillisecond) / calls;
  return { name, core: perCall("core"), plain: perCall("plain") };
}

async function timeColumns(name: string, typed: boolean): Promise<Timed> {
  const { start, deal, cut, backstop } = lots(lotsInLongColumn, typed);
  return timePair(
    name,
    () => void hpi(start, deal, { cut, backstop }),
    () => void plainHpi(start, deal, cut, backstop),
    lotsInLongColumn,
  );
}

/** Lots by a fixed recipe: a fifth unsold, some cut, some propped up. */
function lots(rows: number, typed: boolean) {
  const start = Float64Array.from({ length: rows }, (_, i) => 1 + ((i * 7919) % 900) / 100);
  const deal = start.map((asked, i) => (i % 5 === 0 ? 0 : asked * (1 + (i % 16) / 100)));
  const cut = start.map((_, i) => ((i * 31) % 30) / 100);
  const backstop = Array.from(start, (_, i) => i % 11 === 0);
  return typed ? { start, deal, cut, backstop } : { start: [...start], deal: [...deal], cut: [...cut], backstop };
}

function plainHpi(
  start: ArrayLike<number>,
  deal: ArrayLike<number>,
  cut: ArrayLike<number>,
  backstop: readonly boolean[],
): number {
  let [taken, supply] = [0, 0];
  for (let i = 0; i < start.length; i++) {
    const [paid, fall] = [deal[i] as number, cut[i] as number];
    supply += start[i] as number;
    if (!backstop[i]) taken += paid * (1 - (fall < 0.1 - 1e-9 ? 0 : fall > 0.2 + 1e-9 ? 1 : 0.5));
  }
  return (100 * taken) / supply;
}

function report(scalars: readonly Timed[], columns: readonly Timed[]): string {
  const untimed = catalog.filter((d) => d.returns.shape === "scalar" && !scalars.some((s) => s.name === d.id)).map((d) => d.id);
  const row = ({ name, core, plain }: Timed) =>
    `| ${name} | ${core.toFixed(1)} | ${plain.toFixed(1)} | ${(core / plain).toFixed(1)} |`;
  const ratio = median(scalars.map(({ core, plain }) => core / plain));
  return `# Benchmarks

Written by \`npm run bench\`. Times are medians of one run on one machine and drift between machines: the ratios are what counts.
"Plain" is the same arithmetic written by hand, without any check of its arguments; about 5 ns of it are the loop around the call.

${machine()}

## One call, nanoseconds

Median ratio ${ratio.toFixed(1)}. ${untimed.length === 0 ? "Every scalar function is timed." : `Not timed: ${untimed.join(", ")}.`}

| function | core | plain | ratio |
|---|---:|---:|---:|
${scalars.map(row).join("\n")}

## HPI over ${lotsInLongColumn.toLocaleString("en")} lots with cuts and backstops, nanoseconds a lot

| columns | core | plain | ratio |
|---|---:|---:|---:|
${columns.map(row).join("\n")}
`;
}

function machine(): string {
  const processors = cpus();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, after commit ${commit}. ${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}, V8 ${process.versions.v8}.`;
}
