/**
 * Builds the folder that Excel and browsers load the add-in from. Here: which files, and that they appear all at
 * once. Not here: when to build (cli), what is in them.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { catalog } from "soundings";
import { localSite, manifestVariant, type Variant } from "./manifest.js";
import { functionsJson } from "./metadata.js";
import { withNotebooks, withoutOffice } from "./pane-page.js";
import { findRoot } from "./root.js";
import { wordless } from "./wordless.js";

/** Pages of the add-in: sources below addin/, and where they stand in the built folder. */
const pages = [
  { from: "taskpane", html: "taskpane.html", name: "taskpane", to: "." },
  { from: "sheet", html: "index.html", name: "sheet", to: "sheet" },
] as const;

/** The functions are loaded at every cold start of every workbook. */
export const functionsBudget = 50 * 1024;

/**
 * What Office.js needs to start in Excel on Windows, Mac and the web. Self-hosting is for development and closed
 * networks; what is published in Microsoft's marketplace must load Office.js from Microsoft's CDN instead.
 * Its telemetry sink (telemetry/oteljs_agave.js) is left out on purpose: without it Office.js switches its own
 * telemetry off.
 */
const officeFiles = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "en-us/office_strings.js",
  "zh-cn/office_strings.js",
  "zh-tw/office_strings.js",
] as const;

const iconSizes = [16, 32, 64, 80, 128] as const;

export interface Built {
  /** Size of functions.js as a server sends it. */
  readonly functionsGzipped: number;
  /** Every source file that went into a bundle, as absolute paths: whose licences the notices must carry. */
  readonly bundled: readonly string[];
}

/**
 * Build the add-in into a folder, which is replaced whole or not at all.
 * @param variant another address than localhost, or a prefix before every function
 * @param notebooks where the list of notebook pages stands, from the task pane; absent for none
 * @throws Error when a source does not compile or a limit of Excel's is passed
 */
export async function buildAddin(outDir: string, variant: Variant = {}, notebooks?: string): Promise<Built> {
  const root = findRoot(dirname(fileURLToPath(import.meta.url)));
  const draft = `${resolve(outDir)}.${process.pid}.part`;
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { recursive: true });
    const bundled = [...(await bundleFunctions(root, draft)), ...(await bundlePages(root, draft))];
    writePanes(draft, notebooks);
    copyAssets(root, draft);
    writeMetadata(draft, variant.site ?? localSite);
    writeFileSync(join(draft, "manifest.xml"), manifestVariant(readFileSync(join(root, "manifest.xml"), "utf8"), variant));
    const functionsGzipped = gzipSync(readFileSync(join(draft, "functions.js"))).length;
    if (functionsGzipped > functionsBudget) {
      throw new Error(`functions.js is ${functionsGzipped} bytes gzipped; its budget is ${functionsBudget}`);
    }
    rmSync(outDir, { recursive: true, force: true });
    renameSync(draft, outDir);
    return { functionsGzipped, bundled };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const common = {
  bundle: true,
  minify: true,
  // Chinese as it is, not as \\u escapes: a third less to load.
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
  metafile: true,
} as const satisfies BuildOptions;

/** A plain script: Excel may load it without a page's modules. The words for people are in the pages. */
async function bundleFunctions(root: string, outDir: string): Promise<string[]> {
  const { metafile } = await build({
    ...common,
    format: "iife",
    target: "es2020",
    entryPoints: [join(root, "addin/functions.ts")],
    outfile: join(outDir, "functions.js"),
    alias: fromSource(root),
    plugins: [wordless(join(root, "core"))],
  });
  return sourcesOf(metafile);
}

async function bundlePages(root: string, outDir: string): Promise<string[]> {
  const bundled: string[] = [];
  for (const { from, html, name, to } of pages) {
    const [source, target] = [join(root, "addin", from), join(outDir, to)];
    const { metafile } = await build({
      ...common,
      format: "esm",
      target: "es2022",
      entryPoints: [join(source, `${name}.ts`), join(source, `${name}.css`)],
      outdir: target,
      // The sheet's other language and Univer's hyphenation patterns (5 MB) stay out of its first load.
      splitting: true,
      chunkNames: "chunks/[name]-[hash]",
      alias: fromSource(root),
      loader: { ".woff2": "dataurl", ".woff": "dataurl", ".ttf": "dataurl", ".svg": "dataurl", ".png": "dataurl" },
      define: { "process.env.NODE_ENV": '"production"' },
    });
    bundled.push(...sourcesOf(metafile));
    cpSync(join(source, html), join(target, html));
  }
  return bundled;
}

/** The pane for Excel, and the one beside the try-it sheet. */
function writePanes(outDir: string, notebooks: string | undefined): void {
  const source = readFileSync(join(outDir, "taskpane.html"), "utf8");
  const pane = notebooks === undefined ? source : withNotebooks(source, notebooks);
  writeFileSync(join(outDir, "taskpane.html"), pane);
  writeFileSync(join(outDir, "pane.html"), withoutOffice(pane));
}

/** The sources of which something is left in a bundle. */
function sourcesOf({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return used.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => resolve(path));
}

/** Bundles are made of core's sources, so that only what a bundle uses is in it. */
function fromSource(root: string): Record<string, string> {
  return { soundings: join(root, "core/index.ts") };
}

function copyAssets(root: string, outDir: string): void {
  for (const size of iconSizes) cpSync(join(root, `addin/assets/icon-${size}.png`), join(outDir, `assets/icon-${size}.png`));
  cpSync(join(root, "addin/assets/icon.svg"), join(outDir, "assets/icon.svg"));
  const office = dirname(createRequire(join(root, "package.json")).resolve("@microsoft/office-js/package.json"));
  for (const file of officeFiles) cpSync(join(office, "dist", file), join(outDir, "office-js", file));
  cpSync(join(office, "LICENSE.md"), join(outDir, "office-js/LICENSE.md"));
}

function writeMetadata(outDir: string, site: string): void {
  const helpUrl = (id: string) => `${site}functions/index.html#${id}`;
  const write = (name: string, json: object) => writeFileSync(join(outDir, name), `${JSON.stringify(json, null, 1)}\n`);
  write("functions.json", functionsJson(catalog, "en", helpUrl));
  write("functions.zh.json", functionsJson(catalog, "zh", helpUrl));
}
