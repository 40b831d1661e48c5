/** What `npm start` makes: executed notebooks, their pages, the add-in, the reference and the start page. Not here: serving. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildAddin } from "../addin/build.js";
import { listFromPane, listName, notebooksFolder, notebooksList } from "../addin/hosting/notebooks.js";
import { examplesWorkbook, workbookName } from "../addin/workbook/workbook.js";
import { writePage } from "../notebooks/page/index.js";
import { progressLines } from "../notebooks/runner/index.js";
import { shippedNames, shippedPath } from "./notebook-names.js";
import { failureLine, runStamped, stoppable } from "./notebook-run.js";
import { siteFolder } from "./root.js";
import { helpPage } from "./site/help-page.js";
import { notebookLink } from "./site/link.js";
import { referencePage } from "./site/reference.js";
import { startPage } from "./site/start-page.js";
import { runSteps, type Step, writeWhole } from "./steps.js";

export type Say = (line: string) => void;

/** What every page of the site depends on besides its own sources. */
const core = ["core/dist", "package-lock.json"];
const pagesFolder = join(siteFolder, notebooksFolder);

/** Build the whole site; steps whose inputs did not change are skipped. */
export async function buildSite(say: Say): Promise<void> {
  const notebooks = shippedNames();
  await runSteps(
    [...notebooks.flatMap(notebookSteps), listStep(notebooks), addinStep(say), workbookStep(), pagesStep(notebooks)],
    say,
  );
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
      run: () => execute(name, executed),
    },
    {
      title: `making the page of ${source}`,
      inputs: [`dist/site/notebooks/${name}.ipynb`, "dist/notebooks/page", "package-lock.json"],
      outputs: [page],
      run: () => writePage(executed, page),
    },
  ];
}

/** What the task pane lists: the pages' titles, beside the pages. */
function listStep(notebooks: readonly string[]): Step {
  const list = join(siteFolder, notebooksFolder, listName);
  const names = notebooks.map((name) => `${name}.html`);
  return {
    title: "listing the notebooks' pages",
    inputs: ["dist/addin/hosting/notebooks.js", ...names.map((name) => `dist/site/notebooks/${name}`)],
    outputs: [list],
    run: async () => writeWhole(list, notebooksList(pagesFolder, names)),
  };
}

/** Run a notebook with its progress shown; a failure names notebook, cell and line. */
async function execute(name: string, executed: string): Promise<void> {
  mkdirSync(pagesFolder, { recursive: true });
  const onProgress = progressLines(process.stderr);
  const report = await stoppable((signal) => runStamped(shippedPath(name), { outputPath: executed, onProgress, signal }));
  if (!report.ok) throw new Error(failureLine(report));
}

function addinStep(say: Say): Step {
  return {
    title: "building the add-in and the try-it sheet",
    inputs: ["addin", "manifest.xml", ...core],
    outputs: [join(siteFolder, "addin", "functions.js"), join(siteFolder, "addin", "manifest.xml")],
    run: async () => {
      const { functionsGzipped } = await buildAddin(join(siteFolder, "addin"), {}, listFromPane);
      say(`the functions are ${(functionsGzipped / 1024).toFixed(1)} KB gzipped`);
    },
  };
}

function workbookStep(): Step {
  const file = join(siteFolder, workbookName);
  return {
    title: `writing ${workbookName}`,
    inputs: ["dist/addin/workbook", "dist/addin/cells.js", "dist/addin/formula.js", ...core],
    outputs: [file],
    run: async () => writeWhole(file, examplesWorkbook()),
  };
}

function pagesStep(notebooks: readonly string[]): Step {
  const start = join(siteFolder, "index.html");
  const reference = join(siteFolder, "functions", "index.html");
  const help = join(siteFolder, "help", "index.html");
  return {
    title: "writing the start page, the function reference and the help page",
    inputs: ["dist/cli", ...notebooks.map((name) => `notebooks/${name}.ipynb`), ...core],
    outputs: [start, reference, help],
    run: async () => {
      writeWhole(reference, referencePage());
      writeWhole(help, helpPage());
      writeWhole(start, startPage(notebooks.map((name) => notebookLink(shippedPath(name), `notebooks/${name}.html`))));
    },
  };
}
