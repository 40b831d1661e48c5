/**
 * The folder that a deployer puts on a web server: add-in, reference, manifests, notices and server settings.
 * Here: which files. Not here: the pages' words, which the caller brings.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { JSDOM } from "jsdom";
import { buildAddin } from "../build.js";
import { manifestVariant } from "../manifest.js";
import { folderProblems } from "./check.js";
import { listFromPane, listName, notebooksFolder } from "./notebooks.js";
import { packageAbove, packagesOf, thirdPartyNotices } from "./notices.js";
import { ownCopy, scriptOrigins, withOffice } from "./office.js";
import type { HostingOptions } from "./options.js";
import { makeFolder } from "./own-folder.js";
import type { Schemas } from "./schemas.js";
import { nginxLocation, nginxMaps, type Served, webConfig } from "./servers.js";

export interface Packaged {
  readonly folder: string;
  /** Names of the manifests: bare functions first, then prefixed ones. */
  readonly manifests: readonly [bare: string, prefixed: string];
  readonly functionsGzipped: number;
}

/** Files that are made elsewhere, by their path in the folder. */
export type Pages = Readonly<Record<string, string | Uint8Array>>;

/** Name of the manifest with a prefix before every function. */
export function prefixedManifest(prefix: string): string {
  return `manifest-${prefix.toLowerCase()}.xml`;
}

/**
 * Build a deployable folder, which replaces an earlier one whole or not at all.
 * @param pages index.html and functions/index.html, and whatever else they link to; a list of notebooks among them is
 *   shown in the task pane
 * @param microsofts schemas that the manifests must pass beside our own
 * @throws Error when the folder holds something else, and when the result would not work once served
 */
export async function packageAddin(
  folder: string,
  options: HostingOptions,
  pages: Pages,
  microsofts?: Schemas,
): Promise<Packaged> {
  const manifests = ["manifest.xml", prefixedManifest(options.prefix)] as const;
  const functionsGzipped = await makeFolder(folder, { madeBy: "soundings addin build", ...options }, async (draft) => {
    const notebooks = `${notebooksFolder}/${listName}` in pages ? listFromPane : undefined;
    const built = await buildAddin(join(draft, "addin"), { site: options.site }, notebooks);
    writeManifests(draft, options, manifests);
    for (const [path, content] of Object.entries(pages)) write(draft, path, content);
    const packages = [...packagesOf(built.bundled), ...chooseOffice(draft, options)];
    write(draft, "THIRD-PARTY-NOTICES.txt", thirdPartyNotices(packages));
    writeServerSettings(draft, options);
    const problems = await folderProblems(draft, options, manifests, microsofts);
    if (problems.length > 0) throw new Error(`the folder would not work:\n${problems.map((p) => `  ${p}`).join("\n")}`);
    return built.functionsGzipped;
  });
  return { folder: resolve(folder), manifests, functionsGzipped };
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Manifests are for people, at the top; what Excel loads stays in addin/. */
function writeManifests(draft: string, { site, prefix }: HostingOptions, [bare, prefixed]: Packaged["manifests"]): void {
  const built = join(draft, "addin/manifest.xml");
  const manifest = readFileSync(built, "utf8");
  rmSync(built);
  write(draft, bare, manifest);
  write(draft, prefixed, manifestVariant(manifest, { site, prefix }));
}

/** The pane's script tag and policy, and the copy only where it is loaded; gives the packages whose files stay. */
function chooseOffice(draft: string, { office }: HostingOptions): string[] {
  const pane = join(draft, "addin/taskpane.html");
  writeFileSync(pane, withOffice(readFileSync(pane, "utf8"), office));
  if (office === "self") return [packageAbove(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"))];
  rmSync(join(draft, "addin", ownCopy), { recursive: true });
  return [];
}

function writeServerSettings(draft: string, { site, office }: HostingOptions): void {
  const served: Served = { site, scriptOrigins: scriptOrigins(office), inlineScripts: inlineScripts(draft) };
  write(draft, "web.config", webConfig(served));
  write(draft, "nginx-http.conf", nginxMaps());
  write(draft, "nginx-location.conf", nginxLocation(served));
}

/** Hashes of the scripts that stand in pages, or that a page's own policy names: the policy lets in these and no other. */
function inlineScripts(draft: string): string[] {
  const pages = readdirSync(draft, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const hashes = pages.flatMap((name) => {
    const { document } = new JSDOM(readFileSync(join(draft, name), "utf8")).window;
    return [...scriptsIn(document).map(hashOf), ...permittedBy(document)];
  });
  return [...new Set(hashes)].sort();
}

/** Blocks of other types are data, and are not run. */
function scriptsIn(document: Document): string[] {
  const scripts = Array.from(document.querySelectorAll("script:not([src])"));
  const run = scripts.filter((script) => ["", "module", "text/javascript"].includes(script.getAttribute("type") ?? ""));
  return run.map((script) => script.textContent ?? "");
}

function hashOf(script: string): string {
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}

/** A notebook's page unpacks plotly when its first chart shows: its policy knows that script before the page has it. */
function permittedBy(document: Document): string[] {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  return Array.from(policy.matchAll(/'(sha256-[A-Za-z0-9+/]+=*)'/g), ([, hash = ""]) => hash);
}
