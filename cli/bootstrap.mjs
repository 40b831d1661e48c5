#!/usr/bin/env node
/**
 * First step of every command, in plain JavaScript because nothing is installed yet: installs by the lockfile when it
 * changed, builds what changed, and hands over to cli/main.ts. Not here: any command.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

checkNode();
installWhenChanged();
buildWhenChanged();
const { main } = await import(pathToFileURL(join(root, "dist/cli/main.js")).href);
process.exitCode = await main(process.argv.slice(2));

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  stop(
    `Soundings needs Node ${oldestNode.join(".")} or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  );
}

/** `npm ci` when the lockfile is not the one that was installed last. */
function installWhenChanged() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const marker = join(root, "node_modules", ".soundings-lock");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;
  console.error("soundings: installing packages by the lockfile (about a minute, once) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci failed: see its message above.");
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, lock);
}

/** Compile when a source is newer than the last build. Its own path, because tslab brings an older `tsc`. */
function buildWhenChanged() {
  const marker = join(root, "dist", ".built");
  const builtAt = existsSync(marker) ? statSync(marker).mtimeMs : 0;
  const began = new Date();
  if (!sources().some((file) => statSync(file).mtimeMs >= builtAt)) return;
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  run(process.execPath, [tsc, "-b", "--pretty"], "the build failed: see the compiler's message above.");
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, "");
  utimesSync(marker, began, began);
}

function sources() {
  const inside = (folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.(ts|json)$/.test(name) && !/(^|[\\/])(dist|node_modules)[\\/]/.test(name))
      .map((name) => join(root, folder, name));
  return [join(root, "tsconfig.json"), ...["core", "addin", "notebooks", "cli", "tests"].flatMap(inside)];
}

function run(command, args, complaint) {
  const shell = process.platform === "win32" && command === "npm";
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell });
  if (error) stop(`${complaint} (${error.message})`);
  if (status !== 0) stop(complaint);
}

function stop(message) {
  console.error(`soundings: ${message}`);
  process.exit(1);
}
