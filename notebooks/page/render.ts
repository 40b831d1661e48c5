/** renderPage(): an executed notebook as one HTML file that needs nothing but a browser. Nothing is executed here. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { buildSync } from "esbuild";
import { type Highlight, loadHighlighter } from "./code.js";
import { pageCss } from "./css.js";
import { plotlyMime } from "./figure.js";
import { escapeHtml, type Language, say, type Words, wordsToHtml } from "./html.js";
import { markdownRenderer } from "./markdown.js";
import { mathCss } from "./math.js";
import { type CodeCell, type Notebook, readNotebook, type TextCell } from "./notebook.js";
import { Numbering } from "./numbering.js";
import { mostHtmlOfPage, type OutputTools, outputToHtml } from "./output.js";
import { contents, type Heading, settle, withAttachments } from "./prose.js";
import { type Provenance, provenanceToHtml, readProvenance } from "./provenance.js";

export interface PageOptions {
  /** The first heading of the notebook where absent. */
  readonly title?: string;
  /** Language in which the page opens; where absent the reader's browser decides, and English without scripts. */
  readonly language?: Language;
  /** What metadata.soundings.provenance of the notebook says where absent. */
  readonly provenance?: Provenance;
}

interface Piece {
  readonly html: string;
  readonly headings: Readonly<Record<Language, readonly Heading[]>>;
}

const htmlLanguage: Record<Language, string> = { en: "en", zh: "zh-Hans" };

function textCell(cell: TextCell, tools: OutputTools): Piece {
  const settled = (source: string) => settle(tools.markdown(withAttachments(source, cell.attachments)), tools.numbering);
  const first = settled(cell.source);
  if (cell.chinese === undefined) {
    return { html: `<div class="prose">${first.html}</div>`, headings: { en: first.headings, zh: first.headings } };
  }
  const chinese = settled(cell.chinese);
  const html = `<div class="prose" data-lang="en" lang="en">${first.html}</div>
<div class="prose" data-lang="zh" lang="zh-Hans">${chinese.html}</div>`;
  return { html, headings: { en: first.headings, zh: chinese.headings } };
}

/** Whether a cell with code was passed over, which the tag skip-execution may ask for. */
function wasNotRun(cell: CodeCell): boolean {
  return cell.count === null && cell.source.trim() !== "" && !cell.tags.includes("skip-execution");
}

function labelOf({ tags }: CodeCell): Words {
  if (tags.includes("injected-parameters")) return say.parametersGiven;
  return tags.includes("parameters") ? say.parameters : say.code;
}

function codeCell(cell: CodeCell, tools: OutputTools, highlight: Highlight): Piece {
  const label = labelOf(cell);
  const count = cell.count === null ? "" : ` [${cell.count}]`;
  const code = `<details class="code"><summary>${wordsToHtml(label)}${count}</summary>
<div class="code-box">${highlight(cell.source, "typescript")}<button type="button" class="copy" data-action="copy">${wordsToHtml(say.copy)}</button></div></details>`;
  const notRun = wasNotRun(cell) ? `<p class="omitted">${wordsToHtml(say.notRun)}</p>` : "";
  const outputs = cell.outputs.map((output) => `<div class="output">${outputToHtml(output, tools)}</div>`).join("\n");
  const html = `<section class="cell">${cell.source.trim() === "" ? "" : code}${notRun}${outputs}</section>`;
  return { html, headings: { en: [], zh: [] } };
}

/** A page of a run that did not end well says so before anything else. */
function banner(notebook: Notebook): string {
  const code = notebook.cells.filter((cell) => cell.kind === "code");
  const failed = code.filter(({ outputs }) => outputs.some(({ kind }) => kind === "error")).length;
  const notRun = code.filter(wasNotRun).length;
  if (failed + notRun === 0) return "";
  const words = {
    en: `This notebook did not run to its end: ${failed} failed and ${notRun} not run, of ${code.length} code cells. Numbers below may be missing or old.`,
    zh: `此笔记本未能完整运行：共 ${code.length} 个代码单元，${failed} 个失败，${notRun} 个未运行。下文数字可能缺失或过时。`,
  };
  return `<div class="banner"><strong>${wordsToHtml(words)}</strong></div>`;
}

function sha256(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

interface Scripts {
  readonly client: string;
  /** plotly.js, where there is a chart. */
  readonly plotly: string | undefined;
}

let client: string | undefined;

/** The page's own script with what it imports, in one piece. */
function clientScript(): string {
  client ??= buildSync({
    entryPoints: [fileURLToPath(new URL("./client/main.js", import.meta.url))],
    bundle: true,
    // Of the display package only what the script uses: what draws stills in Node is dropped.
    platform: "node",
    format: "esm",
    minify: true,
    write: false,
  }).outputFiles[0]?.text.trimEnd();
  if (client === undefined) throw new Error("esbuild made no script of notebooks/page/client/main.js");
  return client;
}

function scriptsOf(notebook: Notebook): Scripts {
  const hasChart = notebook.cells.some(
    (cell) => cell.kind === "code" && cell.outputs.some((output) => output.kind === "data" && plotlyMime in output.bundle),
  );
  const plotly = createRequire(import.meta.url).resolve("plotly.js/dist/plotly-cartesian.min.js");
  return {
    client: clientScript(),
    plotly: hasChart ? readFileSync(plotly, "utf8") : undefined,
  };
}

/** The client unpacks plotly when the first chart comes near: half the size, and nothing to parse before that. */
function scriptsToHtml({ client, plotly }: Scripts): string {
  const packed = plotly === undefined ? "" : deflateRawSync(plotly, { level: 9 }).toString("base64");
  const bundle = packed === "" ? "" : `<script type="text/plain" id="plotly">${packed}</script>\n`;
  return `${bundle}<script type="module">${client}</script>`;
}

/** Nothing but what is in the file, and of scripts only these. Plotly and KaTeX need inline styles. */
function contentSecurityPolicy({ client, plotly }: Scripts): string {
  const hashes = [client, ...(plotly === undefined ? [] : [plotly])].map(sha256).join(" ");
  const rules = [
    "default-src 'none'",
    `script-src ${hashes}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
  ];
  return [...rules, "base-uri 'none'", "form-action 'none'"].join("; ");
}

function titlesOf(notebook: Notebook, pieces: readonly Piece[], given: string | undefined): Record<Language, string> {
  const first = (language: Language) =>
    pieces.flatMap(({ headings }) => headings[language]).find(({ level }) => level === 1)?.text;
  const otherwise = notebook.title ?? "Notebook";
  return { en: given ?? first("en") ?? otherwise, zh: given ?? first("zh") ?? otherwise };
}

function contentsToHtml(pieces: readonly Piece[], isBilingual: boolean): string {
  const list = (language: Language) => contents(pieces.flatMap(({ headings }) => headings[language]));
  if (list("en") === "") return "";
  const chinese = isBilingual ? `<ol data-lang="zh" lang="zh-Hans">${list("zh")}</ol>` : "";
  const lists = `<ol${isBilingual ? ' data-lang="en"' : ""}>${list("en")}</ol>${chinese}`;
  return `<nav class="toc" aria-labelledby="contents"><details><summary id="contents">${wordsToHtml(say.contents)}</summary>${lists}</details></nav>`;
}

function barToHtml(isBilingual: boolean): string {
  const button = (action: string, label: string) => `<button type="button" data-action="${action}">${label}</button>`;
  const language = button(
    "language",
    `<span data-lang="en" lang="zh-Hans">中文</span><span data-lang="zh" lang="en" hidden>English</span>`,
  );
  const codeWords = `<span class="shut">${wordsToHtml(say.showCode)}</span><span class="open">${wordsToHtml(say.hideCode)}</span>`;
  return `<header class="bar"><span class="brand">Soundings</span><div class="controls">${isBilingual ? language : ""}
${button("code", codeWords)}${button("theme", wordsToHtml(say.theme))}</div></header>`;
}

/**
 * The page of an executed notebook (parsed JSON, nbformat 4).
 * @returns the text of one HTML file
 * @throws NotebookError for what is no notebook
 */
export async function renderPage(executed: unknown, options: PageOptions = {}): Promise<string> {
  const notebook = readNotebook(executed);
  const highlight = await loadHighlighter();
  const tools: OutputTools = {
    numbering: new Numbering(),
    markdown: markdownRenderer(highlight),
    htmlLeft: { characters: mostHtmlOfPage },
  };
  const pieces = notebook.cells.map((cell) => (cell.kind === "text" ? textCell(cell, tools) : codeCell(cell, tools, highlight)));
  const body = pieces.map(({ html }) => html).join("\n");
  const isBilingual = notebook.cells.some((cell) => cell.kind === "text" && cell.chinese !== undefined);
  const titles = titlesOf(notebook, pieces, options.title);
  const language = options.language ?? "en";
  const scripts = scriptsOf(notebook);
  const footer = provenanceToHtml(options.provenance ?? readProvenance(notebook.provenance ?? {}));
  return `<!doctype html>
<html lang="${htmlLanguage[language]}"${options.language === undefined ? "" : ' data-language="fixed"'} data-title-en="${escapeHtml(titles.en)}" data-title-zh="${escapeHtml(titles.zh)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(scripts)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(titles[language])}</title>
<style>${pageCss(titles)}${mathCss(body)}</style>
</head>
<body>
<a class="skip" href="#text">${wordsToHtml(say.skip)}</a>
<div class="page">
${barToHtml(isBilingual)}
${contentsToHtml(pieces, isBilingual)}
<main id="text" tabindex="-1">${banner(notebook)}
${body}
</main>
${footer === "" ? "" : `<footer>${footer}</footer>`}
</div>
${scriptsToHtml(scripts)}
</body>
</html>
`;
}
