/**
 * Notebook files: read and checked, written whole or not at all.
 * Here: the .ipynb format (nbformat 4.5). Not here: execution.
 */
import { randomUUID } from "node:crypto";
import { readFile, rename, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ICell, ICodeCell, INotebookContent, IOutput } from "@jupyterlab/nbformat";
import { NotebookError } from "./errors.js";

export type Notebook = INotebookContent;
export type Output = IOutput;

/** The format that notebooks are written in. */
const format = { major: 4, minor: 5 } as const;

/** @throws NotebookError when the file is missing, is not JSON or is not a notebook of nbformat 4 */
export async function readNotebook(path: string): Promise<Notebook> {
  return parseNotebook(await readText(path), path);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new NotebookError(code === "ENOENT" ? "not-found" : "not-readable", path, code === "ENOENT" ? "" : message);
  }
}

/** @throws NotebookError as readNotebook */
export function parseNotebook(text: string, path: string): Notebook {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, "")); // editors on Windows put a byte order mark there
  } catch (error) {
    throw new NotebookError("not-json", path, (error as Error).message);
  }
  const flaw = flawOf(value);
  if (flaw !== undefined) throw new NotebookError("not-a-notebook", path, flaw);
  const notebook = value as Notebook;
  if (notebook.nbformat !== format.major) throw new NotebookError("unsupported-format", path, `nbformat ${notebook.nbformat}`);
  return { ...notebook, nbformat_minor: Math.max(notebook.nbformat_minor, format.minor), cells: completed(notebook.cells) };
}

function flawOf(value: unknown): string | undefined {
  if (!isRecord(value)) return "the top level is not an object";
  if (typeof value.nbformat !== "number" || typeof value.nbformat_minor !== "number") return "nbformat is missing";
  if (value.nbformat !== format.major) return undefined; // older formats keep their cells elsewhere
  if (!isRecord(value.metadata)) return "metadata is missing";
  if (!Array.isArray(value.cells)) return "cells is not a list";
  for (const [index, cell] of value.cells.entries()) {
    const flaw = cellFlaw(cell);
    if (flaw !== undefined) return `cells[${index}]: ${flaw}`;
  }
  return undefined;
}

function cellFlaw(cell: unknown): string | undefined {
  if (!isRecord(cell)) return "not an object";
  if (!["code", "markdown", "raw"].includes(String(cell.cell_type))) return `unknown cell_type ${JSON.stringify(cell.cell_type)}`;
  if (!isText(cell.source)) return "source is neither a text nor a list of texts";
  if (!isRecord(cell.metadata)) return "metadata is missing";
  if (cell.cell_type === "code" && !Array.isArray(cell.outputs ?? [])) return "outputs is not a list";
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string"));
}

/**
 * Every cell with an id of its own, and code cells with outputs, be they none. Cells have had ids since nbformat 4.5;
 * those given here depend on the place alone, so that runs repeat.
 */
function completed(cells: readonly ICell[]): ICell[] {
  const taken = new Set<unknown>();
  return cells.map((cell, index) => {
    const own = typeof cell.id === "string" ? cell.id : `cell-${index + 1}`;
    let id = own;
    for (let copy = 2; taken.has(id); copy++) id = `${own}-${copy}`;
    taken.add(id);
    const code = isCodeCell(cell) ? { execution_count: cell.execution_count ?? null, outputs: cell.outputs ?? [] } : {};
    return { ...cell, id, ...code } as ICell;
  });
}

/** The language of the kernel that the notebook names, in small letters; undefined if it names none. */
export function languageOf({ metadata }: Notebook): string | undefined {
  const language: unknown = metadata.kernelspec?.language ?? metadata.language_info?.name;
  return typeof language === "string" ? language.toLowerCase() : undefined;
}

export function isCodeCell(cell: ICell): cell is ICodeCell {
  return cell.cell_type === "code";
}

export function sourceOf(cell: ICell): string {
  return typeof cell.source === "string" ? cell.source : cell.source.join("");
}

export function tagsOf(cell: ICell): readonly string[] {
  const tags: unknown = cell.metadata.tags;
  return Array.isArray(tags) ? tags.map(String) : [];
}

/**
 * The file's text as Jupyter writes it, so that differences stay small whoever saves: one space of indent, sorted
 * keys, texts as lists of lines.
 */
export function formatNotebook(notebook: Notebook): string {
  return `${JSON.stringify({ ...notebook, cells: notebook.cells.map(cellInLines) }, sortedKeys, 1)}\n`;
}

function sortedKeys(_: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cellInLines(cell: ICell): ICell {
  const written = { ...cell, source: lines(sourceOf(cell)) };
  return isCodeCell(cell) ? { ...written, outputs: cell.outputs.map(outputInLines) } : written;
}

function outputInLines(output: Output): Output {
  if (typeof output.text === "string") return { ...output, text: lines(output.text) };
  if (!isRecord(output.data)) return output;
  const data = Object.entries(output.data).map(([type, value]) => [type, typeof value === "string" ? lines(value) : value]);
  return { ...output, data: Object.fromEntries(data) };
}

/** Each line keeps its end. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** @throws NotebookError "cannot-write"; an earlier file of that name is then untouched */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await writeFile(temporary, formatNotebook(notebook));
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {}); // often it was never made; the first error is the one to report
    throw new NotebookError("cannot-write", path, (error as Error).message);
  }
}
