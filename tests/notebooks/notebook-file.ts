/** Notebooks made for one test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export type TestCell = string | { readonly code: string; readonly tags: readonly string[] } | { readonly markdown: string };

const ignoredFolder = fileURLToPath(new URL("../../dist/", import.meta.url));

/** A fresh folder inside the checkout, whose packages its cells find; removed after the test file. */
export function freshFolder(): string {
  mkdirSync(ignoredFolder, { recursive: true });
  return removedLater(mkdtempSync(join(ignoredFolder, "test-")));
}

/** The same outside any checkout: no package is installed there or above. */
export function folderElsewhere(): string {
  return removedLater(mkdtempSync(join(tmpdir(), "soundings-test-")));
}

function removedLater(folder: string): string {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a notebook of these cells and returns its path. */
export function notebookFile(folder: string, name: string, cells: readonly TestCell[]): string {
  const path = join(folder, `${name}.ipynb`);
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: cells.map(cellOf) }));
  return path;
}

function cellOf(cell: TestCell, index: number): object {
  const id = `c${index + 1}`;
  if (typeof cell === "object" && "markdown" in cell) return { cell_type: "markdown", id, metadata: {}, source: cell.markdown };
  const { code, tags } = typeof cell === "string" ? { code: cell, tags: [] } : cell;
  return { cell_type: "code", id, metadata: tags.length > 0 ? { tags } : {}, execution_count: null, outputs: [], source: code };
}
