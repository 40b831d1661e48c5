/** The provenance sheet: rows → a page to write, and a sheet of a workbook → its rows again. Headings find the columns. */
import type { Language } from "soundings";
import { freeName } from "../sheet-name.js";
import type { SheetCells, SheetPage, Snapshot } from "./book.js";

/** A row of the provenance sheet. */
export interface ProvenanceRow {
  readonly sheet: string;
  readonly cell: string;
  readonly range: string;
  readonly formula: string;
  readonly functions: string;
  readonly inputs: string;
  readonly answer: string;
  readonly source: string;
  /** Known mistakes of the reports that touch the functions. */
  readonly errata: number;
  readonly version: string;
  readonly time: string;
  /** Of the frozen cells. */
  readonly fingerprint: string;
  /** One line per reference: "Auction!B6:B20 1a2b3c4d". */
  readonly inputFingerprints: string;
}

const names: Readonly<Record<Language, string>> = { en: "Soundings provenance", zh: "测深 来源" };

const title = "Soundings provenance 测深 来源";

type Column = readonly [key: keyof ProvenanceRow, heading: string, width: number];

/** In both languages, whoever reads. Thaw finds the columns by these words: they are never changed. */
const columns: readonly Column[] = [
  ["sheet", "Sheet 工作表", 96],
  ["cell", "Cell 单元格", 56],
  ["range", "Range 区域", 84],
  ["formula", "Formula 公式", 230],
  ["functions", "Functions 函数", 104],
  ["inputs", "Inputs as read 读到的参数", 400],
  ["answer", "Answer 结果", 170],
  ["source", "Source 出处", 230],
  ["errata", "Known errata 已知勘误", 72],
  ["version", "Version 版本", 62],
  ["time", "Frozen at 冻结时间", 104],
  ["fingerprint", "Fingerprint of the answer 结果指纹", 96],
  ["inputFingerprints", "Fingerprints of the inputs 参数指纹", 180],
];

/** Without these a row cannot be put back. */
const needed: readonly (keyof ProvenanceRow)[] = ["sheet", "range", "formula", "fingerprint"];

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

function lines(rows: readonly ProvenanceRow[]): string[] {
  const sheets = new Set(rows.map(({ sheet }) => sheet)).size;
  const [time, version] = [rows[0]?.time ?? "", rows[0]?.version ?? ""];
  return [
    title,
    `On ${time}, ${counted(rows.length, "formula")} in ${counted(sheets, "sheet")} gave way to the values that they showed, so that this workbook reads right without the add-in (Soundings functions ${version}). Nothing else was changed.`,
    `${sheets} 张工作表中的 ${rows.length} 个公式使用了测深函数 ${version}，已于 ${time} 替换为当时显示的数值，没有加载项也能正确阅读。其余内容均未改动。`,
    "To get the formulas back (thaw), open the workbook in Excel with the add-in: pane Soundings, “Send to someone without the add-in”, Thaw. Cells that were edited since are left alone. Keep this sheet until then.",
    "如需恢复公式（解冻），请在装有加载项的 Excel 中打开：测深窗格，“发送给没有加载项的人”，解冻。此后改动过的单元格不受影响。恢复之前请保留本表。",
    "A fingerprint (CRC-32) differs when the values do. More on the functions: SOUNDINGS_SOURCE, FUNCTIONS.md. 数值不同则指纹（CRC-32）不同。",
  ];
}

export function provenancePage(rows: readonly ProvenanceRow[], { sheets }: Snapshot, language: Language): SheetPage {
  const intro = lines(rows).map((line) => columns.map((_, i) => (i === 0 ? line : "")));
  return {
    name: freeName(
      names[language],
      sheets.map(({ name }) => name),
    ),
    rows: [...intro, columns.map(([, heading]) => heading), ...rows.map((row) => columns.map(([key]) => row[key]))],
    headingRow: intro.length,
    widths: columns.map(([, , width]) => width),
  };
}

/** A row as it stands in a sheet. */
export interface KeptRow
  extends Pick<ProvenanceRow, "sheet" | "range" | "formula" | "time" | "version" | "fingerprint" | "inputFingerprints"> {
  /** The provenance sheet, and the zero-based row in it. */
  readonly page: string;
  readonly row: number;
}

export function isProvenance(sheet: SheetCells): boolean {
  return headingsOf(sheet) !== undefined;
}

/** The rows of every provenance sheet, the latest freeze first. */
export function keptRows({ sheets }: Snapshot): KeptRow[] {
  return sheets.flatMap(rowsOf).sort((a, b) => (Date.parse(b.time) || 0) - (Date.parse(a.time) || 0));
}

function rowsOf(sheet: SheetCells): KeptRow[] {
  const headings = headingsOf(sheet);
  if (headings === undefined) return [];
  return sheet.values.slice(headings.row + 1).flatMap((cells, i) => {
    const text = (key: keyof ProvenanceRow) => String(cells[headings.columns.get(key) ?? -1] ?? "");
    if (text("sheet") === "" || text("range") === "") return [];
    return [
      {
        page: sheet.name,
        row: sheet.top + headings.row + 1 + i,
        sheet: text("sheet"),
        range: text("range"),
        formula: text("formula"),
        time: text("time"),
        version: text("version"),
        fingerprint: text("fingerprint"),
        inputFingerprints: text("inputFingerprints"),
      },
    ];
  });
}

interface Headings {
  /** Within the used cells. */
  readonly row: number;
  readonly columns: ReadonlyMap<keyof ProvenanceRow, number>;
}

/** Rows and columns may have been put in around them. */
function headingsOf({ values }: SheetCells): Headings | undefined {
  for (const [row, cells] of values.slice(0, 40).entries()) {
    const found = columns.flatMap(([key, heading]) => (cells.includes(heading) ? [[key, cells.indexOf(heading)] as const] : []));
    const places = new Map(found);
    if (needed.every((key) => places.has(key))) return { row, columns: places };
  }
  return undefined;
}
