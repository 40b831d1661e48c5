/**
 * A page of ours printed to PDF by the Chrome or Chromium of this machine, as its own print dialogue would.
 * The browser is many processes: it leads a group of its own, and nothing of it outlives us, however we are stopped.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findBrowser } from "./chromium.js";

/** A page is drawn in a second or two; a browser that hangs is ended. */
const patience = 120_000;
/** Milliseconds of the page's own clock for its fonts and scripts. */
const settle = 5000;

const flags = [
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-sync",
  "--no-pdf-header-footer",
  // The headings, for the reader's list of contents.
  "--generate-pdf-document-outline",
  `--virtual-time-budget=${settle}`,
];

/**
 * Prints a file of HTML, whole or not at all.
 * @param signal ends the browser, and with it the printing
 * @throws Error that says what to install where there is no browser, or what the browser said
 */
export async function printPdf(html: string, pdf: string, signal?: AbortSignal): Promise<void> {
  const browser = findBrowser();
  signal?.throwIfAborted();
  const profile = mkdtempSync(join(tmpdir(), "soundings-pdf-"));
  const draft = `${pdf}.${process.pid}.part`;
  // Chromium refuses its sandbox to root, which is who runs in a container.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const own = [`--user-data-dir=${profile}`, `--print-to-pdf=${draft}`, pathToFileURL(html).href];
  // Linux's Chromium keeps a socket among the temporary files, which must go with the profile when it is killed;
  // elsewhere the socket's path would become too long.
  const env = process.platform === "linux" ? { ...process.env, TMPDIR: profile } : process.env;
  const child = spawn(browser, [...flags, ...sandbox, ...own], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
    detached: process.platform !== "win32",
  });
  const kill = () => killGroup(child);
  const clear = () => {
    kill();
    rmSync(draft, { force: true });
    // What was killed may still be closing a file.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once("exit", clear);
  signal?.addEventListener("abort", kill);
  const timer = setTimeout(kill, patience);
  try {
    const { code, words } = await ended(child);
    signal?.throwIfAborted();
    if (code !== 0 || !existsSync(draft)) throw new Error(`${browser} printed no PDF: ${words}`);
    renameSync(draft, pdf);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", kill);
    process.off("exit", clear);
    clear();
  }
}

/** The exit code, and the last line that the browser said. */
async function ended(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, words: words.trim().split("\n").at(-1) ?? "" };
}

/** The browser, and whatever it started that is still there. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // nothing of it is left: what was wanted
  }
}
