/**
 * What the outputs of a committed notebook were made from, as hashes in its metadata: enough to see in a moment that
 * they may be old. Here: hashes. Not here: running, or comparing outputs (check.ts).
 */
import { createHash } from "node:crypto";
import type { Provenance } from "../notebooks/page/index.js";
import type { Notebook } from "../notebooks/runner/index.js";
import { dataFilesNamedIn, stamped } from "./provenance.js";
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
export function withMade(notebook: Notebook, source: string): Notebook {
  return stamped(notebook, { notebook: source, ...madeFrom(notebook) } as Provenance);
}

/** Names of what changed since the outputs were made; undefined for a notebook whose outputs never were. */
export function changedSince(notebook: Notebook): readonly string[] | undefined {
  const before = (notebook.metadata.soundings as { provenance?: Partial<Made> } | undefined)?.provenance;
  if (before?.source === undefined) return undefined;
  const now = madeFrom(notebook);
  const old = new Map(before.inputs?.map(({ path, sha256 }) => [path, sha256]));
  return [
    ...(before.source === now.source ? [] : ["its code"]),
    ...libraries.filter((name) => before.libraries?.[name] !== now.libraries[name]),
    ...now.inputs.filter(({ path, sha256 }) => old.get(path) !== sha256).map(({ path }) => path),
  ];
}

function madeFrom(notebook: Notebook): Made {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code").map((cell) => [cell.source].flat().join(""));
  return {
    source: createHash("sha256").update(JSON.stringify(code)).digest("hex"),
    libraries: Object.fromEntries(libraries.map((name) => [name, sourcesHash(name)])),
    inputs: dataFilesNamedIn(code.join("\n")),
  };
}

/** Sources as they are in the repository, not what was built from them. */
function sourcesHash(folder: string): string {
  return hashOf([folder], (path) => path.endsWith(".ts") && !/[\\/](dist|node_modules)[\\/]/.test(path));
}
