/** What a page says of how it came about: notebook, commit, data with hashes, versions, time. Kept in the executed notebook. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Provenance } from "../notebooks/page/index.js";
import type { Notebook, RunReport } from "../notebooks/runner/index.js";
import { folderOf, git, inputsOf, sourceName } from "./inputs.js";
import { root } from "./root.js";

const shownVersions = ["tslab", "danfojs-node", "plotly.js"];

/** Provenance of a run of the notebook at a path. */
export function provenanceOf(path: string, report: RunReport, began: Date): Provenance {
  return {
    notebook: sourceName(path),
    ranAt: began.toISOString(),
    durationSeconds: report.durationMs / 1000,
    inputs: inputsOf(path, report),
    versions: versions(),
    ...commitOf(path),
  };
}

/** The notebook with its provenance in its metadata, where the page looks for it. */
export function stamped(notebook: Notebook, provenance: Provenance): Notebook {
  const soundings = { ...(notebook.metadata.soundings as object), provenance };
  const metadata: object = { ...notebook.metadata, soundings };
  return { ...notebook, metadata: metadata as Notebook["metadata"] };
}

function versions(): Record<string, string> {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  const installed = shownVersions.map((name) => [name, lock.packages[`node_modules/${name}`]?.version ?? "?"]);
  return { Node: process.versions.node, soundings: lock.packages.core?.version ?? "?", ...Object.fromEntries(installed) };
}

/** The commit that the notebook's own repository is at; nothing where there is none. */
function commitOf(path: string): { commit?: string } {
  const folder = folderOf(path);
  try {
    const head = git(folder, "rev-parse", "--short=12", "HEAD");
    const isKnown = git(folder, "ls-files", "--", basename(path)) !== "";
    const isClean = isKnown && git(folder, "status", "--porcelain", "--untracked-files=no") === "";
    return { commit: `${head}${isClean ? "" : ", with changes not committed"}` };
  } catch {
    return {};
  }
}
