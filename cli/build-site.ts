/** What `npm start` makes: executed notebooks, their pages, the add-in, the reference and the start page. Not here: serving. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Text } from "soundings";
import { buildAddin } from "../addin/build.js";
import { type Provenance, writePage } from "../notebooks/page/index.js";
import { type Notebook, progressLines, type RunReport, runNotebook, writeNotebook } from "../notebooks/runner/index.js";
import { provenanceOf } from "./provenance.js";
import { root, siteFolder } from "./root.js";
import { referencePage } from "./site/reference.js";
import { type NotebookLink, startPage } from "./site/start-page.js";
import { runSteps, type Step, writeWhole } from "./steps.js";

export type Say = (line: string) => void;

/** What every page of the site depends on besides its own sources. */
const core = ["core/dist", "package-lock.json"];
const pagesFolder = join(siteFolder, "notebooks");

/** Build the whole site; steps whose inputs did not change are skipped. */
export async function buildSite(say: Say): Promise<void> {
  const notebooks = notebookNames();
  await runSteps([...notebooks.flatMap(notebookSteps), addinStep(say), pagesStep(notebooks)], say);
}

/** Names of the notebooks, without their ending, in the order of their numbers. */
export function notebookNames(): readonly string[] {
  return readdirSync(join(root, "notebooks"))
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => basename(name, ".ipynb"))
    .sort();
}

function notebookSteps(name: string): Step[] {
  const source = `notebooks/${name}.ipynb`;
  const executed = join(pagesFolder, `${name}.ipynb`);
  const page = join(pagesFolder, `${name}.html`);
  return [
    {
      title: `running ${source}`,
      inputs: [source, "notebooks/data", "notebooks/display/dist", "dist/notebooks/kernel", "dist/notebooks/runner", ...core],
      outputs: [executed],
      run: () => execute(source, executed),
    },
    {
      title: `making the page of ${source}`,
      inputs: [`dist/site/notebooks/${name}.ipynb`, "dist/notebooks/page", "package-lock.json"],
      outputs: [page],
      run: () => writePage(executed, page),
    },
  ];
}

/** Run a notebook with its progress shown; a failure names notebook, cell and line. */
async function execute(source: string, executed: string): Promise<void> {
  mkdirSync(pagesFolder, { recursive: true });
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once("SIGINT", onInterrupt);
  const began = new Date();
  try {
    const report = await runNotebook(join(root, source), {
      outputPath: executed,
      onProgress: progressLines(process.stderr),
      signal: stop.signal,
    });
    if (!report.ok) throw new Error(failureLine(source, report));
    await writeNotebook(executed, stamped(report.notebook, provenanceOf(source, report, began)));
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

/** The notebook with its provenance in its metadata, where the page looks for it. */
function stamped(notebook: Notebook, provenance: Provenance): Notebook {
  const soundings = { ...(notebook.metadata.soundings as object), provenance };
  const metadata: object = { ...notebook.metadata, soundings };
  return { ...notebook, metadata: metadata as Notebook["metadata"] };
}

function failureLine(source: string, { failure }: RunReport): string {
  if (!failure) return `${source} failed`;
  const place = [
    failure.cell === undefined ? "" : `, cell ${failure.cell}`,
    failure.line === undefined ? "" : `, line ${failure.line}`,
  ].join("");
  return `${source}${place}: ${failure.ename}: ${failure.evalue}`;
}

function addinStep(say: Say): Step {
  return {
    title: "building the add-in and the try-it sheet",
    inputs: ["addin", "manifest.xml", ...core],
    outputs: [join(siteFolder, "addin", "functions.js"), join(siteFolder, "addin", "manifest.xml")],
    run: async () => {
      const { functionsGzipped } = await buildAddin(join(siteFolder, "addin"));
      say(`the functions are ${(functionsGzipped / 1024).toFixed(1)} KB gzipped`);
    },
  };
}

function pagesStep(notebooks: readonly string[]): Step {
  const start = join(siteFolder, "index.html");
  const reference = join(siteFolder, "functions", "index.html");
  return {
    title: "writing the start page and the function reference",
    inputs: ["dist/cli", ...notebooks.map((name) => `notebooks/${name}.ipynb`), ...core],
    outputs: [start, reference],
    run: async () => {
      writeWhole(reference, referencePage());
      writeWhole(start, startPage(notebooks.map(notebookLink)));
    },
  };
}

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: { readonly soundings?: { readonly zh?: string | readonly string[] } };
}

/** Title and first paragraph of a notebook, from its first text cell in both languages. */
function notebookLink(name: string): NotebookLink {
  const { cells } = JSON.parse(readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8")) as { cells: readonly Cell[] };
  const first = cells.find((cell) => cell.cell_type === "markdown");
  const en = opening(first?.source);
  const zh = opening(first?.metadata.soundings?.zh ?? first?.source);
  return { href: `notebooks/${name}.html`, title: pick("title", en, zh), about: pick("about", en, zh) };
}

type Opening = Record<"title" | "about", string>;

function opening(source: string | readonly string[] = ""): Opening {
  const paragraphs = (typeof source === "string" ? source : source.join("")).split(/\n\s*\n/).map((p) => p.trim());
  const title = (paragraphs[0] ?? "").split("\n")[0]?.replace(/^#+\s*/, "") ?? "";
  return { title: plain(title), about: plain(paragraphs[1] ?? "") };
}

/** Markdown marks have no place inside a link. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`]/g, "");
}

function pick(part: keyof Opening, en: Opening, zh: Opening): Text {
  return { en: en[part], zh: zh[part] };
}
