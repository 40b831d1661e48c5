/** The code cells of a notebook as a run sees them, and the banner that a run leaves when cells failed. */
import type { IMarkdownCell } from "@jupyterlab/nbformat";
import { isCodeCell, type Notebook, sourceOf, tagsOf } from "./notebook.js";
import type { CellReport, CellStatus, RunFailure } from "./report.js";

export interface CellToRun {
  /** Number of the code cell, from 1. */
  readonly cell: number;
  /** Place among all cells, from 0. */
  readonly index: number;
  readonly id: string;
  readonly code: string;
  readonly tags: readonly string[];
}

export function cellsOf(notebook: Notebook): CellToRun[] {
  const places = notebook.cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => isCodeCell(cell));
  return places.map(({ cell, index }, at) => {
    return { cell: at + 1, index, id: String(cell.id), code: sourceOf(cell), tags: tagsOf(cell) };
  });
}

/** Whether a run passes over the cell. */
export function isSkipped({ tags, code }: CellToRun): boolean {
  return tags.includes("skip-execution") || code.trim() === "";
}

export function mayRaise({ tags }: CellToRun): boolean {
  return tags.includes("raises-exception");
}

export function firstLineOf({ code }: CellToRun): string {
  return code.trim().split("\n", 1)[0] ?? "";
}

export function reportOf(
  { cell, index, id }: CellToRun,
  status: CellStatus,
  executionCount: number | null,
  durationMs: number,
): CellReport {
  return { cell, index, id, status, executionCount, durationMs };
}

/** The tag of the banner; the page leaves such a cell out, having a banner of its own. */
const bannerTag = "run-banner";

export function withoutBanner(notebook: Notebook): Notebook {
  return { ...notebook, cells: notebook.cells.filter((cell) => !tagsOf(cell).includes(bannerTag)) };
}

/** The notebook with a first cell that says which cells failed, and whether the run got to the end all the same. */
export function withBanner(notebook: Notebook, failures: readonly RunFailure[], ended: boolean): Notebook {
  const list = failures.map(({ cell, line, ename, evalue }) => {
    const place = cell === undefined ? "" : `[${cell}${line === undefined ? "" : `:${line}`}] `;
    return `- ${place}\`${`${ename}: ${evalue}`.replaceAll("`", "'").replaceAll("\n", " ")}\``;
  });
  const words = ended
    ? {
        en: `> **${failures.length} of this notebook's cells failed; the run went on.** What follows them may be missing or wrong.`,
        zh: `> **本笔记本有 ${failures.length} 个单元失败，运行未中止。**其后内容可能缺失或有误。`,
      }
    : {
        en: `> **The run of this notebook ended early, with ${failures.length} failures.** The cells after the last of them were not run.`,
        zh: `> **本笔记本的运行提前结束，共 ${failures.length} 处失败。**最后一处失败之后的单元未运行。`,
      };
  const text = (opening: string) => [opening, "", ...list].join("\n");
  const banner: IMarkdownCell = {
    cell_type: "markdown",
    id: bannerTag,
    metadata: { tags: [bannerTag], soundings: { zh: text(words.zh) } },
    source: text(words.en),
  };
  return { ...notebook, cells: [banner, ...notebook.cells] };
}
