/** What would go wrong with a built folder once it is served. Here: reading it. Not here: making it. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { JSDOM } from "jsdom";
import { OfficeAddinManifest } from "office-addin-manifest";
import { localSite } from "../manifest.js";
import { limits } from "../metadata.js";
import { manifestProblems } from "./manifest-problems.js";
import type { HostingOptions } from "./options.js";
import type { Schemas } from "./schemas.js";

/**
 * Everything that Excel, a browser or a reader would trip over; empty when nothing.
 * @param microsofts schemas that the manifests must pass beside our own
 */
export async function folderProblems(
  folder: string,
  options: HostingOptions,
  manifests: readonly string[],
  microsofts?: Schemas,
): Promise<string[]> {
  const problems: string[] = [];
  for (const name of manifests) {
    const found = await manifestFileProblems(folder, name, options, microsofts);
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.filter((name) => /\.(html|json|xml|config)$/.test(name))) {
    if (readFileSync(file, "utf8").includes(localSite)) problems.push(`${file} still names ${localSite}`);
  }
  for (const file of files.filter((name) => name.endsWith(".html"))) problems.push(...linkProblems(file));
  return [...problems, ...metadataProblems(folder, options.site)];
}

/** Schemas and lints, and whether Microsoft's own tool reads the same file. */
async function manifestFileProblems(
  folder: string,
  name: string,
  { site }: HostingOptions,
  microsofts?: Schemas,
): Promise<string[]> {
  const path = join(folder, name);
  const read = (file: string) => (isFile(join(folder, file)) ? readFileSync(join(folder, file)) : undefined);
  const problems = await manifestProblems(readFileSync(path, "utf8"), { site, read }, microsofts);
  try {
    const { defaultSettings, id } = await OfficeAddinManifest.readManifestFile(path);
    if (!id) problems.push("office-addin-manifest finds no id");
    // A prefixed manifest gives the pane its prefix in a query.
    const page = (defaultSettings?.sourceLocation ?? "").replace(/[?].*$/, "");
    if (!page.startsWith(site) || !isFile(join(folder, page.slice(site.length)))) problems.push(`${page} is not in the folder`);
  } catch (error) {
    problems.push(`office-addin-manifest: ${(error as Error).message}`);
  }
  return problems;
}

/** Files that a page names and that are not there. Addresses elsewhere are not asked. */
function linkProblems(file: string): string[] {
  const { document } = new JSDOM(readFileSync(file, "utf8")).window;
  const links = Array.from(document.querySelectorAll("[src], a[href], link[href]"), (e) => {
    return e.getAttribute("src") ?? e.getAttribute("href") ?? "";
  });
  return links
    .map((link) => link.replace(/[?#].*$/, ""))
    .filter((link) => link !== "" && !/^[a-z]+:/i.test(link))
    .filter((link) => !isServed(join(dirname(file), decodeURI(link))))
    .map((link) => `${posix.basename(file)} names ${link}, which is not there`);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isServed(path: string): boolean {
  return isFile(path) || isFile(join(path, "index.html"));
}

/** Both languages know the same functions, and each one's help link leads to its place in the reference. */
function metadataProblems(folder: string, site: string): string[] {
  interface Listed {
    readonly functions: readonly { readonly id: string; readonly helpUrl: string }[];
  }
  const problems: string[] = [];
  const lists = ["functions.json", "functions.zh.json"].map((name) => {
    const bytes = readFileSync(join(folder, "addin", name));
    if (bytes.length > limits.bytes) problems.push(`${name} is ${bytes.length} bytes; Windows takes at most ${limits.bytes}`);
    return (JSON.parse(bytes.toString("utf8")) as Listed).functions;
  });
  const [en = [], zh = []] = lists;
  if (en.map(({ id }) => id).join() !== zh.map(({ id }) => id).join()) problems.push("functions.zh.json has other functions");
  const { document } = new JSDOM(readFileSync(join(folder, "functions/index.html"), "utf8")).window;
  for (const { id, helpUrl } of lists.flat()) {
    if (helpUrl !== `${site}functions/index.html#${id}`) problems.push(`${id} has its help at ${helpUrl}`);
    if (!document.getElementById(id)) problems.push(`the reference has no ${id}`);
  }
  return problems;
}
