/** Reads an .ipynb: what a page needs of a notebook, checked. Not here: how any of it looks. */

/** A notebook that cannot be made into a page, and why. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
}

export interface TextCell {
  readonly kind: "text";
  readonly source: string;
  /** The same text in Chinese, from metadata.soundings.zh. */
  readonly chinese?: string;
  /** Pictures that were pasted into the cell: name to mime bundle. */
  readonly attachments: Readonly<Record<string, Bundle>>;
}

export interface CodeCell {
  readonly kind: "code";
  readonly source: string;
  /** Null for a cell that did not run. */
  readonly count: number | null;
  readonly tags: readonly string[];
  readonly outputs: readonly Output[];
}

export type Cell = TextCell | CodeCell;

/** Mime type to content. Texts are joined; JSON types are kept as they are. */
export type Bundle = Readonly<Record<string, unknown>>;

export type Output =
  | { readonly kind: "stream"; readonly name: string; readonly text: string }
  | { readonly kind: "error"; readonly name: string; readonly message: string; readonly traceback: string }
  | { readonly kind: "data"; readonly bundle: Bundle };

export interface Notebook {
  readonly cells: readonly Cell[];
  readonly title?: string;
  /** metadata.soundings.provenance, where the runner left it. */
  readonly provenance?: Readonly<Record<string, unknown>>;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** nbformat writes a text as one string or as a list of lines. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join("") : typeof value === "string" ? value : "";
}

const isJsonMime = (mime: string) => mime === "application/json" || mime.endsWith("+json");

function bundleOf(value: unknown): Bundle {
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([mime, content]) => [mime, isJsonMime(mime) ? content : textOf(content)]),
  );
}

function outputOf(value: unknown): Output {
  const output = objectOf(value);
  if (output.output_type === "stream") return { kind: "stream", name: textOf(output.name), text: textOf(output.text) };
  if (output.output_type === "error") {
    const traceback = listOf(output.traceback).join("\n");
    return { kind: "error", name: textOf(output.ename), message: textOf(output.evalue), traceback };
  }
  return { kind: "data", bundle: bundleOf(output.data) };
}

/** Stream output that came in pieces, as one. */
function coalesce(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (output.kind === "stream" && last?.kind === "stream" && last.name === output.name) {
      joined[joined.length - 1] = { ...last, text: last.text + output.text };
    } else joined.push(output);
  }
  return joined;
}

/** A raw cell belongs to no language: it is shown as it was typed. */
const asTyped = (source: string) => `\`\`\`\`\n${source}\n\`\`\`\``;

function cellOf(value: unknown, at: number): Cell {
  const cell = objectOf(value);
  const metadata = objectOf(cell.metadata);
  const source = textOf(cell.source);
  if (cell.cell_type === "code") {
    const count = typeof cell.execution_count === "number" ? cell.execution_count : null;
    const outputs = coalesce(listOf(cell.outputs).map(outputOf));
    return { kind: "code", source, count, tags: listOf(metadata.tags).map(String), outputs };
  }
  if (cell.cell_type === "markdown" || cell.cell_type === "raw") {
    const chinese = textOf(objectOf(metadata.soundings).zh);
    const attachments = Object.fromEntries(
      Object.entries(objectOf(cell.attachments)).map(([name, data]) => [name, bundleOf(data)]),
    );
    return {
      kind: "text",
      source: cell.cell_type === "raw" ? asTyped(source) : source,
      attachments,
      ...(chinese === "" ? {} : { chinese }),
    };
  }
  throw new NotebookError(`Cell ${at + 1} has the type "${String(cell.cell_type)}"; wanted code, markdown or raw.`);
}

/** What the runner writes at the top for readers of the .ipynb; the page has a banner of its own, in its own style. */
function isRunBanner(cell: unknown): boolean {
  return listOf(objectOf(objectOf(cell).metadata).tags).includes("run-banner");
}

/**
 * A notebook from parsed JSON, nbformat 4.
 * @throws NotebookError that says what was seen and what was wanted
 */
export function readNotebook(value: unknown): Notebook {
  if (!isObject(value)) throw new NotebookError("This is not a notebook: wanted a JSON object with cells.");
  if (value.nbformat !== 4) {
    throw new NotebookError(
      `The notebook has nbformat ${String(value.nbformat)}; wanted 4. Convert it with: jupyter nbconvert --to notebook`,
    );
  }
  if (!Array.isArray(value.cells)) throw new NotebookError("The notebook has no list of cells.");
  const metadata = objectOf(value.metadata);
  const { provenance } = objectOf(metadata.soundings);
  return {
    cells: value.cells.filter((cell) => !isRunBanner(cell)).map(cellOf),
    ...(typeof metadata.title === "string" ? { title: metadata.title } : {}),
    ...(isObject(provenance) ? { provenance } : {}),
  };
}

/**
 * The JSON of an .ipynb file, for readNotebook.
 * @throws NotebookError for text that is not JSON
 */
export function parseNotebook(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotebookError(`This is not a notebook: ${error instanceof Error ? error.message : String(error)}`);
  }
}
