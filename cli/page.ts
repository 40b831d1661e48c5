/** `soundings page`: executed notebooks as HTML files, as PDF if wanted, with an index for a folder. Nothing is run here. */
import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "soundings";
import { writePage } from "../notebooks/page/index.js";
import { findBrowser } from "./chromium.js";
import { findNotebooks, shownPath } from "./notebook-names.js";
import { interrupted, stoppable } from "./notebook-run.js";
import { printPdf } from "./pdf.js";
import { folderPage } from "./site/folder-page.js";
import { notebookLink } from "./site/link.js";
import { writeWhole } from "./steps.js";

interface PageCommand {
  readonly word: string;
  readonly output: string | undefined;
  readonly pdf: boolean;
  /** Undefined: the reader's browser decides. */
  readonly language: Language | undefined;
}

/** @returns the exit code: 0, 1 when a page cannot be made, 2 for words not understood, 130 after Ctrl-C */
export async function page(args: readonly string[]): Promise<number> {
  const command = parse(args);
  if (typeof command === "string") {
    say(command);
    return 2;
  }
  return stoppable(async (signal) => {
    try {
      const path = resolve(command.word);
      if (existsSync(path) && statSync(path).isDirectory()) return await pagesOf(path, command, signal);
      await pageOf(command, signal);
      return 0;
    } catch (error) {
      if (signal.aborted) return interrupted;
      say((error as Error).message);
      return 1;
    }
  });
}

const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);

function parse(args: readonly string[]): PageCommand | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: "string", short: "o" },
        pdf: { type: "boolean", default: false },
        lang: { type: "string" },
      },
    });
    const [word, ...rest] = positionals;
    if (word === undefined || rest.length > 0) return "page takes one notebook or one folder";
    return { word, output: values.output, pdf: values.pdf, language: languageOf(values.lang) };
  } catch (error) {
    return (error as Error).message;
  }
}

function languageOf(word: string | undefined): Language | undefined {
  if (word === undefined) return undefined;
  return word === "zh" ? "zh" : "en";
}

async function pageOf({ word, output, pdf, language }: PageCommand, signal: AbortSignal): Promise<void> {
  const [notebook = word] = findNotebooks([word]);
  const html = resolve(output?.replace(/\.pdf$/, ".html") ?? notebook.replace(/\.ipynb$/, ".html"));
  await make(notebook, html, { pdf: pdf || output?.endsWith(".pdf") === true, language, signal });
}

/** All notebooks of a folder, and an index page that links to their pages. One that is broken is named, and no reason to stop. */
async function pagesOf(folder: string, { output, pdf, language }: PageCommand, signal: AbortSignal): Promise<number> {
  const target = resolve(output ?? folder);
  await mkdir(target, { recursive: true });
  const notebooks = findNotebooks([folder]);
  if (pdf) findBrowser(); // one that is missing is not the notebooks' fault
  const made: string[] = [];
  for (const notebook of notebooks) {
    try {
      await make(notebook, join(target, pageName(notebook)), { pdf, language, signal });
      made.push(notebook);
    } catch (error) {
      if (signal.aborted) throw error;
      say((error as Error).message);
    }
  }
  const index = join(target, "index.html");
  writeWhole(index, folderPage(made.map((notebook) => notebookLink(notebook, pageName(notebook)))));
  say(`wrote ${shownPath(index)}`);
  if (made.length === notebooks.length) return 0;
  const broken = notebooks.filter((notebook) => !made.includes(notebook)).map(shownPath);
  say(`${broken.length} of ${notebooks.length} notebooks became no page: ${broken.join(", ")}`);
  return 1;
}

function pageName(notebook: string): string {
  return `${basename(notebook, ".ipynb")}.html`;
}

interface Making extends Pick<PageCommand, "pdf" | "language"> {
  readonly signal: AbortSignal;
}

async function make(notebook: string, html: string, { pdf, language, signal }: Making): Promise<void> {
  signal.throwIfAborted();
  await mkdir(dirname(html), { recursive: true });
  try {
    // A PDF has no reader to choose: what is printed is fixed.
    const fixed = language ?? (pdf ? "en" : undefined);
    await writePage(notebook, html, fixed === undefined ? {} : { language: fixed });
  } catch (error) {
    throw new Error(`${shownPath(notebook)}: ${(error as Error).message}`);
  }
  say(`wrote ${shownPath(html)}`);
  if (!pdf) return;
  const file = html.replace(/\.html$/, ".pdf");
  await printPdf(html, file, signal);
  say(`wrote ${shownPath(file)}`);
}
