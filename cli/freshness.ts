/**
 * What the outputs of a committed notebook were made from, as hashes in its metadata: enough to see in a moment that
 * they may be old. Here: hashes. Not here: running, or comparing outputs (check.ts).
 */
import { createHash } from "node:crypto";
import type { Provenance } from "../notebooks/page/index.js";
import type { Notebook } from "../notebooks/runner/index.js";
import { changedInputs, type Input, sourceName } from "./inputs.js";
import { stamped } from "./provenance.js";
import { hashOf } from "./steps.js";

/** What every cell may call. */
const libraries = ["core", "notebooks/display"] as const;

interface Made {
  /** SHA-256 of the code cells. */
  readonly source: string;
  /** SHA-256 of each library's sources. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly inputs: NonNullable<Provenance["inputs"]>;
}

/** Provenance that is the same on every machine: no times, no commit, no versions of what happens to be installed. */
export function withMade(notebook: Notebook, path: string, inputs: readonly Input[]): Notebook {
  return stamped(notebook, { notebook: sourceName(path), ...madeFrom(notebook), inputs } as Provenance);
}

/**
 * Names of what changed since the outputs of the notebook at `path` were made: its code, libraries, files that the run
 * read. Undefined for a notebook whose outputs never were made.
 */
export function changedSince(notebook: Notebook, path: string): readonly string[] | undefined {
  const before = (notebook.metadata.soundings as { provenance?: Partial<Made> } | undefined)?.provenance;
  if (before?.source === undefined) return undefined;
  const now = madeFrom(notebook);
  return [
    ...(before.source === now.source ? [] : ["its code"]),
    ...libraries.filter((name) => before.libraries?.[name] !== now.libraries[name]),
    ...changedInputs(path, before.inputs ?? []),
  ];
}

function madeFrom(notebook: Notebook): Omit<Made, "inputs"> {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code").map((cell) => [cell.source].flat().join(""));
  return {
    source: createHash("sha256").update(JSON.stringify(code)).digest("hex"),
    libraries: Object.fromEntries(libraries.map((name) => [name, sourcesHash(name)])),
  };
}

/** Sources as they are in the repository, not what was built from them. */
function sourcesHash(folder: string): string {
  return hashOf([folder], (path) => path.endsWith(".ts") && !/[\\/](dist|node_modules)[\\/]/.test(path));
}
