/** The notebook that every peer runs, and what of its outputs must be the same everywhere. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kernelMetadata } from "../../notebooks/kernel/index.js";

const cells = [
  'import { hpi } from "soundings";\nimport { chart, table } from "@soundings/display";\nimport { DataFrame } from "danfojs-node";',
  'interface Lot { city: string; start: number; deal: number }\nconst lots: Lot[] = [\n  { city: "郑州", start: 10, deal: 0 },\n  { city: "杭州", start: 10, deal: 12 },\n];',
  "const index = hpi(lots.map(({ start }) => start), lots.map(({ deal }) => deal));\nindex",
  'console.log("lots", lots.length);\nconsole.error("to standard error");',
  "table(lots)",
  "new DataFrame(lots)",
  'chart(\n  { data: [{ type: "bar", x: lots.map(({ city }) => city), y: lots.map(({ deal }) => deal) }] },\n  { caption: "Deals", source: "made up", alt: "Deals by city: none in Zhengzhou, 12 in Hangzhou" },\n)',
  "const later = await Promise.resolve(index / 2);\nlater",
];

/** Writes the notebook and returns its path. */
export function peerNotebook(folder: string): string {
  const path = join(folder, "peer.ipynb");
  const metadata = { kernelspec: kernelMetadata, language_info: { name: "typescript" } };
  const code = cells.map((source, index) => ({
    cell_type: "code",
    id: `c${index + 1}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: code }));
  return path;
}

export const cellCount = cells.length;

interface Cell {
  readonly cell_type: string;
  readonly execution_count: number | null;
  readonly outputs: readonly Record<string, unknown>[];
}

/** Count and outputs of every code cell: text joined, streams of one name joined, order kept. */
export function outcome(path: string): unknown[] {
  const { cells: executed } = JSON.parse(readFileSync(path, "utf8")) as { cells: Cell[] };
  return executed
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ execution_count, outputs }) => ({ execution_count, outputs: outputs.map(joined) }));
}

/** nbformat allows text as a string or as its lines; tools differ in which they write. */
function joined(value: unknown): Record<string, unknown> {
  const entries = Object.entries(value as object).map(([key, part]) => [key, joinedValue(part)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function joinedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((part) => typeof part === "string") ? value.join("") : value.map(joinedValue);
  return typeof value === "object" && value !== null ? joined(value) : value;
}
