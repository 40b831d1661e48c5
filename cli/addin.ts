/** `soundings addin` and `soundings workbook`: packages for people who host, install or open. Not here: what is in them. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { listName, notebooksFolder, notebooksList, pagesIn } from "../addin/hosting/notebooks.js";
import { officeSourceOf, officeSources, prefixOf, siteOf, usualPrefix } from "../addin/hosting/options.js";
import { packageAddin, prefixedManifest } from "../addin/hosting/package.js";
import { readSchemas, type Schemas } from "../addin/hosting/schemas.js";
import { platformOf, type SideloadPlatform, sideloadPlan, sideloadPlatforms } from "../addin/hosting/sideload.js";
import { assertCompile } from "../addin/hosting/validate.js";
import { examplesWorkbook, workbookName } from "../addin/workbook/workbook.js";
import { buildWps, wpsNamespace } from "../addin/wps/build.js";
import { readOptions, textOf } from "./options.js";
import { root } from "./root.js";
import { folderPage } from "./site/folder-page.js";
import { helpPage } from "./site/help-page.js";
import { hostPage } from "./site/host-page.js";
import { linksOf } from "./site/link.js";
import { referencePage } from "./site/reference.js";
import { writeWhole } from "./steps.js";

const usage = `soundings addin build --url https://host/path [--prefix ${usualPrefix}] [--office ${officeSources.join("|")}] [--notebooks DIR] [--schemas DIR] [--out DIR]
soundings addin sideload [--manifest FILE] [--platform ${sideloadPlatforms.join("|")}] [--take-out] [--by-hand] [--dry-run]
soundings addin wps [--namespace ${wpsNamespace}] [--out DIR]
`;

const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);

/** Run one of the add-in's commands. */
export async function addin([command, ...args]: readonly string[]): Promise<number> {
  const commands = { build, sideload, wps } as const;
  const run = commands[command as keyof typeof commands];
  if (!run) {
    process.stderr.write(command === undefined ? usage : `soundings: addin has no command "${command}"\n\n${usage}`);
    return 2;
  }
  return refusing(() => run(args));
}

/** Write the workbook of examples. */
export async function workbook(args: readonly string[]): Promise<number> {
  return refusing(() => {
    const out = resolve(textOf(readOptions(args, ["out"]), "out") ?? workbookName);
    writeWhole(out, examplesWorkbook());
    say(`wrote ${out}`);
    return 0;
  });
}

async function refusing(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    say((error as Error).message);
    return 1;
  }
}

async function build(args: readonly string[]): Promise<number> {
  const given = readOptions(args, ["url", "prefix", "office", "notebooks", "schemas", "out"]);
  const url = textOf(given, "url");
  if (url === undefined) throw new Error("addin build needs --url https://host/path: where the folder will be served");
  const site = siteOf(url);
  const prefix = prefixOf(textOf(given, "prefix") ?? usualPrefix);
  const office = officeSourceOf(textOf(given, "office") ?? "cdn");
  const microsofts = await schemasGiven(textOf(given, "schemas"));
  const notebooks = textOf(given, "notebooks");
  const out = textOf(given, "out") ?? join(root, "dist", "hosting");
  const manifests = ["manifest.xml", prefixedManifest(prefix)] as const;
  const { folder, functionsGzipped } = await packageAddin(
    out,
    { site, prefix, office },
    {
      "index.html": hostPage({ site, prefix, manifests, workbook: workbookName, hasNotebooks: notebooks !== undefined }),
      "functions/index.html": referencePage(),
      "help/index.html": helpPage(),
      [workbookName]: examplesWorkbook(),
      ...(notebooks === undefined ? {} : notebookFiles(resolve(notebooks))),
    },
    microsofts,
  );
  say(`wrote ${folder}`);
  if (microsofts) say(`both manifests are valid by the schemas in ${microsofts.folder}`);
  say(`the functions are ${(functionsGzipped / 1024).toFixed(1)} KB gzipped`);
  say(`put its files at ${site}; headers for IIS are in web.config, for nginx in nginx-http.conf and nginx-location.conf`);
  say(`then give users ${site} or, for all at once, upload ${manifests.join(" or ")} in the Microsoft 365 admin center`);
  return 0;
}

/** Read and compiled before the build, which takes longer than a look at them. */
async function schemasGiven(folder: string | undefined): Promise<Schemas | undefined> {
  if (folder === undefined) return undefined;
  const schemas = readSchemas(resolve(folder));
  await assertCompile(schemas);
  return schemas;
}

/** The pages of a folder, a list of them for the task pane, and an index for people, by their paths in the site. */
function notebookFiles(folder: string): Record<string, string | Uint8Array> {
  const names = pagesIn(folder);
  const pages = names.map((name) => [`${notebooksFolder}/${name}`, readFileSync(join(folder, name))] as const);
  const list = notebooksList(folder, names);
  return {
    ...Object.fromEntries(pages),
    [`${notebooksFolder}/${listName}`]: list,
    [`${notebooksFolder}/index.html`]: folderPage(linksOf(list)),
  };
}

function sideload(args: readonly string[]): number {
  const given = readOptions(args, ["manifest", "platform"], ["dry-run", "by-hand", "take-out"]);
  const platform = platformGiven(textOf(given, "platform"));
  const manifest = resolve(textOf(given, "manifest") ?? join(root, "manifest.xml"));
  if (!existsSync(manifest)) throw new Error(`there is no ${manifest}`);
  const id = /<Id>([0-9a-f-]{36})<\/Id>/i.exec(readFileSync(manifest, "utf8"))?.[1];
  if (id === undefined) throw new Error(`${manifest} has no Id: is it a manifest?`);
  const plan = sideloadPlan(platform, { manifest, id, home: homedir() });
  const isDry = given["dry-run"] === true;
  const words = given["take-out"] ? plan.official?.takeOut : plan.official?.put;
  if (words && !given["by-hand"]) return officially(words, isDry);
  if (plan.copy && !given["take-out"]) copyByHand(manifest, plan.copy, isDry);
  process.stdout.write(`${plan.lines.join("\n")}\n`);
  return plan.possible ? 0 : 1;
}

/** By Microsoft's own tool, whose output is the user's. */
function officially(words: readonly string[], isDry: boolean): number {
  const shown = ["npx", ...words.map((word) => (/\s/.test(word) ? `"${word}"` : word))].join(" ");
  say(isDry ? `would run: ${shown}` : `running ${shown}`);
  if (isDry) return 0;
  // On Windows npx is a script, which only a shell starts.
  const onWindows = process.platform === "win32";
  const { status } = onWindows
    ? spawnSync(shown, { stdio: "inherit", shell: true })
    : spawnSync("npx", words, { stdio: "inherit" });
  if (status === 0) return 0;
  say("Microsoft's tool did not do it: see above. Where npx cannot fetch it, add --by-hand.");
  return 1;
}

function copyByHand(manifest: string, { excel, to }: { readonly excel: string; readonly to: string }, isDry: boolean): void {
  if (isDry) {
    say(`would copy ${manifest} to ${to}`);
    return;
  }
  if (!existsSync(excel)) throw new Error(`there is no ${excel}: install Excel, open it once, and try again`);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(manifest, to);
  say(`copied ${manifest} to ${to}`);
}

function platformGiven(word: string | undefined): SideloadPlatform {
  if (word === undefined) return platformOf(process.platform);
  const found = sideloadPlatforms.find((platform) => platform === word);
  if (!found) throw new Error(`--platform is "${word}"; expected ${sideloadPlatforms.join(", ")}`);
  return found;
}

async function wps(args: readonly string[]): Promise<number> {
  const given = readOptions(args, ["namespace", "out"]);
  const out = resolve(textOf(given, "out") ?? join(root, "dist", "wps"));
  const namespace = textOf(given, "namespace") ?? wpsNamespace;
  await buildWps(out, namespace);
  say(`wrote ${out}; in WPS the functions are ${namespace}.HPI(…) (not yet seen in WPS itself)`);
  return 0;
}
