/** Finding the Chrome or Chromium of this machine, and installing Debian's where that is allowed. Not here: driving it. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of the browser: SOUNDINGS_CHROMIUM, then the usual names on PATH, then the usual places.
 * @throws Error that says what to install when there is none
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env.SOUNDINGS_CHROMIUM;
  if (chosen !== undefined && chosen !== "") {
    if (isExecutable(chosen)) return chosen;
    throw new Error(
      `SOUNDINGS_CHROMIUM is ${chosen}, which is not a program that can be run; give the path of Chrome or Chromium.`,
    );
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = (env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  const found = [...onPath, ...places].find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    `The browser tests need Chrome or Chromium and found none. ${howToInstall()} Or set SOUNDINGS_CHROMIUM to its path.`,
  );
}

function howToInstall(): string {
  if (process.platform === "darwin") return "Install it with: brew install --cask google-chrome";
  if (process.platform === "win32") return "Install it with: winget install Google.Chrome";
  return "Install it with: sudo apt-get install -y chromium (Debian) or sudo snap install chromium (Ubuntu).";
}

/** The browser's path; on Debian or Ubuntu as root, or with sudo that asks no password, installs it first if it is missing. */
export function ensureBrowser(say: (line: string) => void): string {
  try {
    return findBrowser();
  } catch (missing) {
    const prefix = installerPrefix();
    if (prefix === undefined || process.env.SOUNDINGS_CHROMIUM) throw missing;
    say("installing Chromium from the distribution's packages (about a minute, once) …");
    runInstaller([...prefix, "apt-get", "update", "-qq"]);
    runInstaller([...prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
    return findBrowser();
  }
}

/** Words to put before apt-get, or undefined where it may not be run. */
function installerPrefix(): string[] | undefined {
  if (process.platform !== "linux" || spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : undefined;
}

function runInstaller([command = "", ...args]: readonly string[]): void {
  spawnSync(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
