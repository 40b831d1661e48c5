#!/usr/bin/env node
/**
 * First step of every command, in plain JavaScript because nothing is installed yet: installs by the lockfile when it
 * changed, builds what changed, and hands over to cli/main.ts. Two commands at once do not install or build at once.
 * Not here: any command.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withLock } from "./lock.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

checkNode();
if (!isInstalled() || !isBuilt()) {
  const waiting = (pid) =>
    console.error(`soundings: another command (process ${pid}) is installing or building; waiting for it …`);
  withLock(join(root, ".cache", "bootstrap-lock"), waiting, () => {
    if (!isInstalled()) install();
    if (!isBuilt()) build();
  });
}
const { main } = await import(pathToFileURL(join(root, "dist/cli/main.js")).href);
process.exitCode = await main(process.argv.slice(2));

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  stop(
    `Soundings needs Node ${oldestNode.join(".")} or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  );
}

function installMarker() {
  return join(root, "node_modules", ".soundings-lock");
}

function buildMarker() {
  return join(root, "dist", ".built");
}

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** Whether the lockfile is the one that was installed last. */
function isInstalled() {
  const marker = installMarker();
  return existsSync(marker) && readFileSync(marker, "utf8") === lockfileHash();
}

function install() {
  const [lock, marker] = [lockfileHash(), installMarker()];
  console.error("soundings: installing packages by the lockfile (about a minute, once) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci failed: see its message above.");
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, lock);
}

/** Whether no source is newer than the last build. */
function isBuilt() {
  const marker = buildMarker();
  const builtAt = existsSync(marker) ? statSync(marker).mtimeMs : 0;
  return sources().every((file) => statSync(file).mtimeMs < builtAt);
}

/** By the compiler's own path, because tslab brings an older `tsc`. */
function build() {
  const marker = buildMarker();
  const began = new Date();
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
