/** What a page says of how it came about: notebook, commit, data with hashes, versions, time. Kept in the executed notebook. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Provenance } from "../notebooks/page/index.js";
import type { Notebook, RunReport } from "../notebooks/runner/index.js";
import { root } from "./root.js";

const dataFolder = "notebooks/data";
const shownVersions = ["tslab", "danfojs-node", "plotly.js"];

/** Provenance of a run of a notebook, given by its path from the checkout's top. */
export function provenanceOf(source: string, { durationMs, notebook }: RunReport, began: Date): Provenance {
  const code = notebook.cells.map((cell) => String(cell.source)).join("\n");
  return {
    notebook: source,
    ranAt: began.toISOString(),
    durationSeconds: durationMs / 1000,
    inputs: dataFilesNamedIn(code),
    versions: versions(),
    ...commit(),
  };
}

/** The notebook with its provenance in its metadata, where the page looks for it. */
export function stamped(notebook: Notebook, provenance: Provenance): Notebook {
  const soundings = { ...(notebook.metadata.soundings as object), provenance };
  const metadata: object = { ...notebook.metadata, soundings };
  return { ...notebook, metadata: metadata as Notebook["metadata"] };
}

/** The files of notebooks/data that a notebook names, with their hashes. */
export function dataFilesNamedIn(code: string): { path: string; sha256: string }[] {
  return readdirSync(join(root, dataFolder))
    .filter((name) => code.includes(name))
    .sort()
    .map((name) => {
      const path = `${dataFolder}/${name}`;
      const content = readFileSync(join(root, path));
      return { path, sha256: createHash("sha256").update(content).digest("hex") };
    });
}

function versions(): Record<string, string> {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  const installed = shownVersions.map((name) => [name, lock.packages[`node_modules/${name}`]?.version ?? "?"]);
  return { Node: process.versions.node, soundings: lock.packages.core?.version ?? "?", ...Object.fromEntries(installed) };
}

/** The commit that the checkout is at; nothing where there is no git. */
function commit(): { commit?: string } {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const changed = git("status", "--porcelain", "--untracked-files=no") === "" ? "" : ", with changes not committed";
    return { commit: `${git("rev-parse", "--short=12", "HEAD")}${changed}` };
  } catch {
    return {};
  }
}
