/**
 * Formulas of ours beside the same written with built-in functions, timed in one engine. Run as a process of its own for
 * each pair: what an engine or the compiler learnt from the pairs before it would decide the ratio.
 * Here: what is timed, and how. Not here: the engines, the report (sheets.ts).
 */
import { median } from "./median.js";
import { openHyperFormula, openUniver, type Sheet, type SheetEngine } from "./sheet-engines.js";

const rows = 100_000;
export const engines: readonly SheetEngine[] = [openHyperFormula, openUniver];

/** A formula of ours and the same arithmetic in built-in functions. */
export interface Pair {
  readonly name: string;
  /** By the row's number, counted from 1; one cell or one in each row. */
  readonly ours: (row: number) => string;
  readonly builtIn: (row: number) => string;
  readonly everyRow: boolean;
}

const range = (column: string) => `${column}1:${column}${rows}`;
/**
 * Columns: A start, B deal, C cut, D backstop as 1 or 0. E1 is 1 or a little more, and the first lot's amounts are
 * multiplied by it: changing it changes every answer, and no engine can answer from a sum that it remembers.
 */
export const pairs: readonly Pair[] = [
  {
    name: "LAND_CUT in each row",
    ours: (row) => `=LAND_CUT(A${row},B${row}*$E$1)`,
    builtIn: (row) => `=1-A${row}/(B${row}*$E$1)`,
    everyRow: true,
  },
  {
    name: "HPI_COEF in each row",
    ours: (row) => `=HPI_COEF(C${row}*$E$1)`,
    builtIn: (row) => `=IF(C${row}*$E$1<0.1,0,IF(C${row}*$E$1>0.2,1,0.5))`,
    everyRow: true,
  },
  {
    name: "one HPI of 100,000 rows",
    ours: () => `=HPI(${range("A")},${range("B")})`,
    builtIn: () => `=100*SUM(${range("B")})/SUM(${range("A")})`,
    everyRow: false,
  },
  {
    name: "the same with cuts and backstops",
    ours: () => `=HPI(${["A", "B", "C", "D"].map(range).join(",")})`,
    builtIn: () =>
      `=100*SUMPRODUCT(${range("B")},1-IF(${range("C")}<0.1,0,IF(${range("C")}>0.2,1,0.5)),1-${range("D")})/SUM(${range("A")})`,
    everyRow: false,
  },
];

export interface Timed {
  readonly engine: string;
  readonly name: string;
  /** Median milliseconds of a recalculation. */
  readonly ours: number;
  readonly builtIn: number;
}

/** Both sheets stand at once and are recalculated in turn, now one first and now the other: they share the machine's mood. */
export async function timePair(engine: SheetEngine, pair: Pair): Promise<Timed> {
  const sheets = [await engine.open(cells(pair, pair.ours)), await engine.open(cells(pair, pair.builtIn))] as const;
  const times: readonly [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= engine.rounds; round++) {
      for (const i of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const time = await recalculate(sheets[i], 1 + round / 1000);
        // The first is for the compiler.
        if (round > 0) times[i].push(time);
      }
      holdEqual(pair, sheets[0].first(), sheets[1].first());
    }
  } finally {
    for (const sheet of sheets) sheet.close();
  }
  const name = pair.everyRow ? `${pair.name}, ${rows.toLocaleString("en")} rows` : pair.name;
  return { engine: engine.title, name, ours: median(times[0]), builtIn: median(times[1]) };
}

async function recalculate(sheet: Sheet, factor: number): Promise<number> {
  const began = performance.now();
  await sheet.setFactor(factor);
  return performance.now() - began;
}

const sheetTolerance = 1e-9;

/** A time is worth nothing beside a wrong answer. */
function holdEqual({ name }: Pair, ours: unknown, builtIn: unknown): void {
  const [a, b] = [Number(ours), Number(builtIn)];
  if (!(Math.abs(a - b) <= sheetTolerance * Math.max(1, Math.abs(b)))) throw new Error(`${name}: ${ours} beside ${builtIn}`);
}

/** Lots by a fixed recipe, the formulas in column F, the factor in E1. */
function cells({ everyRow }: Pair, formula: (row: number) => string): (number | string)[][] {
  return Array.from({ length: rows }, (_, i) => {
    const start = 1 + ((i * 7919) % 900) / 100;
    const deal = start * (1 + (i % 16) / 100);
    const [startCell, dealCell] = i === 0 ? [`=${start}*$E$1`, `=${deal}*$E$1`] : [start, deal];
    const row: (number | string)[] = [startCell, dealCell, ((i * 31) % 30) / 100, i % 11 === 0 ? 1 : 0];
    if (i === 0) row.push(1, formula(1));
    else if (everyRow) row.push("", formula(i + 1));
    return row;
  });
}
