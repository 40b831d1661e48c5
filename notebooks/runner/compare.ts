/**
 * Whether two runs of a notebook show the same: texts and tables exactly, pictures and chart JSON up to rounding.
 * Here: normal forms and differences. Not here: running, or what is done about a difference.
 */
import { homedir, tmpdir } from "node:os";
import { isCodeCell, type Notebook, type Output, sourceOf } from "./notebook.js";

export interface Difference {
  /** Number of the code cell, from 1. */
  readonly cell: number;
  readonly id: string;
  /** "output 1, text/html, line 3" or "output 2, application/vnd.plotly.v1+json, data[0].y[3]". */
  readonly place: string;
  readonly committed: string;
  readonly fresh: string;
}

/** Two runs on different machines may differ by this much, as a share of the number: the last digits of a sum. */
const relativeTolerance = 1e-9;
/** Coordinates of a picture: a hundredth of a pixel shows nowhere. */
const pixelTolerance = 0.01;
/** What one differing text shows of itself, in lines. */
const shownLines = 6;
const shownCharacters = 160;

/** @param folder the checkout or folder that absolute paths in outputs are taken relative to */
export function compareOutputs(committed: Notebook, fresh: Notebook, folder: string): readonly Difference[] {
  const before = new Map(committed.cells.filter(isCodeCell).map((cell) => [String(cell.id), cell]));
  return fresh.cells.filter(isCodeCell).flatMap((cell, index) => {
    const id = String(cell.id);
    const old = before.get(id);
    const at = (place: string, was: string, is: string): Difference => ({
      cell: index + 1,
      id,
      place,
      committed: was,
      fresh: is,
    });
    if (old === undefined) return [at("the cell", "(not there)", sourceOf(cell))];
    if (old.outputs.length !== cell.outputs.length) {
      return [at("outputs", kindsOf(old.outputs), kindsOf(cell.outputs))];
    }
    return cell.outputs.flatMap((output, number) =>
      differencesIn(old.outputs[number] as Output, output, folder).map(({ place, was, is }) =>
        at(`output ${number + 1}, ${place}`, was, is),
      ),
    );
  });
}

interface Found {
  readonly place: string;
  readonly was: string;
  readonly is: string;
}

function kindsOf(outputs: readonly Output[]): string {
  return outputs.length === 0 ? "(none)" : outputs.map((output) => String(output.name ?? output.output_type)).join(", ");
}

function differencesIn(old: Output, fresh: Output, folder: string): Found[] {
  if (old.output_type !== fresh.output_type) return [{ place: "kind", was: old.output_type, is: fresh.output_type }];
  const texts = (output: Output) => ({ ...(output.data as object), ...streamOf(output) }) as Record<string, unknown>;
  const [was, is] = [texts(old), texts(fresh)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((mime) => {
    if (!(mime in was) || !(mime in is)) return [{ place: mime, was: presence(mime in was), is: presence(mime in is) }];
    return contentDifferences(mime, was[mime], is[mime], folder);
  });
}

function presence(isThere: boolean): string {
  return isThere ? "(there)" : "(not there)";
}

/** Streams and errors have their text beside `data`. */
function streamOf(output: Output): Record<string, unknown> {
  if (output.output_type === "stream") return { [String(output.name)]: output.text };
  if (output.output_type !== "error") return {};
  return { error: `${output.ename}: ${output.evalue}` };
}

function contentDifferences(mime: string, was: unknown, is: unknown, folder: string): Found[] {
  if (mime.endsWith("json")) {
    return jsonDifferences(was, is, "").map(({ place, ...found }) => ({ place: `${mime}, ${place}`, ...found }));
  }
  const [before, after] = [normalText(joined(was), folder), normalText(joined(is), folder)];
  if (before === after) return [];
  if (mime === "image/svg+xml" && isSamePicture(before, after)) return [];
  return [lineDifference(mime, before, after)];
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join("") : String(value);
}

/** Without what differs from run to run or from machine to machine: folders, ports, times taken, random ids. */
export function normalText(text: string, folder: string): string {
  return [folder, homedir(), tmpdir()]
    .reduce((shown, path) => (path.length > 1 ? shown.replaceAll(path, "…") : shown), text)
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "(id)")
    .replace(/\b\d+(\.\d+)? ?(ms|µs)\b/g, "(time)")
    .replace(/\b(127\.0\.0\.1|localhost):\d+/g, "$1:(port)");
}

const number = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi;

/** Ids are counted afresh: plotly draws them at random. */
function isSamePicture(was: string, is: string): boolean {
  const [before, after] = [renumbered(was), renumbered(is)];
  if (before.replace(number, "#") !== after.replace(number, "#")) return false;
  const [old, fresh] = [before.match(number) ?? [], after.match(number) ?? []];
  return old.every((value, at) => Math.abs(Number(value) - Number(fresh[at])) <= pixelTolerance);
}

function renumbered(svg: string): string {
  const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? "");
  return ids.reduce((shown, id, at) => shown.replaceAll(id, `id-${at}-`), svg);
}

function lineDifference(mime: string, was: string, is: string): Found {
  const [before, after] = [was.split("\n"), is.split("\n")];
  const at = before.findIndex((line, index) => line !== after[index]);
  const first = at < 0 ? before.length : at;
  const rest = (lines: readonly string[]) => lines.slice(first, first + shownLines).map((line) => line.slice(0, shownCharacters));
  const last = (own: string[], other: string[]) => own.filter((line, index) => index === 0 || line !== other[index]).join("\n");
  const [old, fresh] = [rest(before), rest(after)];
  return { place: `${mime}, line ${first + 1}`, was: last(old, fresh), is: last(fresh, old) };
}

function jsonDifferences(was: unknown, is: unknown, path: string): Found[] {
  if (typeof was === "number" && typeof is === "number" && isNear(was, is)) return [];
  if (isObject(was) && isObject(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    const step = (key: string) => (Array.isArray(is) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
    return keys.flatMap((key) => jsonDifferences(was[key], is[key], step(key)));
  }
  if (Object.is(was, is)) return [];
  return [{ place: path, was: shown(was), is: shown(is) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isNear(was: number, is: number): boolean {
  return Math.abs(was - is) <= relativeTolerance * Math.max(1, Math.abs(was), Math.abs(is));
}

function shown(value: unknown): string {
  return value === undefined ? "(not there)" : JSON.stringify(value).slice(0, shownCharacters);
}

/** Fresh outputs where they differ, the committed ones where they do not: an update changes nothing without a reason. */
export function updatedOutputs(committed: Notebook, fresh: Notebook, differences: readonly Difference[]): Notebook {
  const changed = new Set(differences.map(({ id }) => id));
  const before = new Map(committed.cells.filter(isCodeCell).map((cell) => [String(cell.id), cell]));
  const cells = fresh.cells.map((cell) => {
    const old = isCodeCell(cell) && !changed.has(String(cell.id)) ? before.get(String(cell.id)) : undefined;
    return old === undefined ? cell : { ...cell, outputs: old.outputs };
  });
  return { ...fresh, cells };
}

/** Differences as people read them: place, then what was and what is. */
export function differenceLines(differences: readonly Difference[]): string {
  return differences
    .map(({ cell, id, place, committed, fresh }) => {
      const marked = (mark: string, text: string) => text.split("\n").map((line) => `    ${mark} ${line}`);
      return [`  cell ${cell} (${id}), ${place}`, ...marked("-", committed), ...marked("+", fresh)].join("\n");
    })
    .join("\n");
}
