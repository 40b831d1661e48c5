/** A grid of texts as an HTML table and as plain text: what tables, frames, comparisons and cards are written with. */
import { type Displayable, type MimeBundle, shows } from "./bundle.js";
import { escapeHtml, inLanguage, textColumns, type Words, wordsToHtml } from "./words.js";

export interface GridColumn {
  readonly head: Words;
  /** Unit under the head; empty for none. */
  readonly unit: Words;
  readonly align: "left" | "right" | "center";
  /** Whether the column names its row. */
  readonly isRowHead: boolean;
}

export interface Grid {
  /** Class of the table element, beside "snd-table". */
  readonly kind?: string;
  readonly caption?: Words;
  /** False where the labels stand beside the values, as on a card. */
  readonly hasHead: boolean;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly Words[])[];
  /** Class of each row, where rows are of different kinds. */
  readonly rowKinds?: readonly (string | undefined)[];
  /** Lines under the table: row cap, source. */
  readonly foot: readonly Words[];
}

function alignment(column: GridColumn): string {
  return column.align === "left" ? "" : ` style="text-align:${column.align}"`;
}

function headHtml(column: GridColumn): string {
  const unit = column.unit === "" ? "" : ` <span class="snd-unit">(${wordsToHtml(column.unit)})</span>`;
  return `<th scope="col"${alignment(column)}>${wordsToHtml(column.head)}${unit}</th>`;
}

function cellHtml(column: GridColumn, text: Words): string {
  const inner = wordsToHtml(text);
  return column.isRowHead ? `<th scope="row"${alignment(column)}>${inner}</th>` : `<td${alignment(column)}>${inner}</td>`;
}

function gridToHtml(grid: Grid): string {
  const { columns } = grid;
  const rows = grid.rows.map((row, line) => {
    const kind = grid.rowKinds?.[line];
    const cells = columns.map((column, at) => cellHtml(column, row[at] ?? "")).join("");
    return `<tr${kind === undefined ? "" : ` class="${escapeHtml(kind)}"`}>${cells}</tr>`;
  });
  const foot = grid.foot.map((line) => `<tr><td colspan="${columns.length}">${wordsToHtml(line)}</td></tr>`);
  return [
    `<table class="snd-table${grid.kind === undefined ? "" : ` ${escapeHtml(grid.kind)}`}">`,
    grid.caption === undefined ? "" : `<caption>${wordsToHtml(grid.caption)}</caption>`,
    grid.hasHead ? `<thead><tr>${columns.map(headHtml).join("")}</tr></thead>` : "",
    `<tbody>${rows.join("\n")}</tbody>`,
    foot.length === 0 ? "" : `<tfoot>${foot.join("")}</tfoot>`,
    "</table>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function pad(text: string, width: number, align: GridColumn["align"]): string {
  const gap = " ".repeat(Math.max(0, width - textColumns(text)));
  return align === "right" ? gap + text : text + gap;
}

function gridToText(grid: Grid): string {
  const english = (words: Words) => inLanguage(words, "en");
  const head = grid.columns.map(({ head, unit }) => (unit === "" ? english(head) : `${english(head)} (${english(unit)})`));
  const body = grid.rows.map((row) => grid.columns.map((_, at) => english(row[at] ?? "")));
  const lines = grid.hasHead ? [head, ...body] : body;
  const widths = grid.columns.map((_, at) => Math.max(0, ...lines.map((line) => textColumns(line[at] ?? ""))));
  const written = lines.map((line) =>
    grid.columns
      .map((column, at) => pad(line[at] ?? "", widths[at] ?? 0, column.align))
      .join("  ")
      .trimEnd(),
  );
  const caption = grid.caption === undefined ? [] : [english(grid.caption)];
  return [...caption, ...written, ...grid.foot.map(english)].join("\n");
}

/** The grid as text/html and text/plain. */
export function gridBundle(grid: Grid): MimeBundle {
  return { "text/html": gridToHtml(grid), "text/plain": gridToText(grid) };
}

export function showGrid(grid: Grid): Displayable {
  return shows(gridBundle(grid));
}

/** "Source: …" in both languages. */
export function sourceLine(source: Words): Words {
  return { en: `Source: ${inLanguage(source, "en")}`, zh: `来源：${inLanguage(source, "zh")}` };
}

/** What is said where rows were left out. */
export function rowCapLine(shown: number, all: number): Words {
  return { en: `First ${shown} of ${all} rows shown.`, zh: `共 ${all} 行，仅显示前 ${shown} 行。` };
}
