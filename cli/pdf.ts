/** A page of ours printed to PDF by the Chrome or Chromium of this machine, as its own print dialogue would. */
import { spawn } from "node:child_process";
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
  "--disable-component-update",
  "--disable-sync",
  "--no-pdf-header-footer",
  `--virtual-time-budget=${settle}`,
];

/**
 * Prints a file of HTML, whole or not at all.
 * @throws Error that says what to install where there is no browser, or what the browser said
 */
export async function printPdf(html: string, pdf: string): Promise<void> {
  const browser = findBrowser();
  const profile = mkdtempSync(join(tmpdir(), "soundings-pdf-"));
  const draft = `${pdf}.${process.pid}.part`;
  // Chromium refuses its sandbox to root, which is who runs in a container.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const own = [`--user-data-dir=${profile}`, `--print-to-pdf=${draft}`, pathToFileURL(html).href];
  try {
    const child = spawn(browser, [...flags, ...sandbox, ...own], { stdio: ["ignore", "ignore", "pipe"], timeout: patience });
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      words += text;
    });
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0 || !existsSync(draft)) throw new Error(`${browser} printed no PDF: ${words.trim().split("\n").at(-1) ?? ""}`);
    renameSync(draft, pdf);
  } finally {
    rmSync(draft, { force: true });
    rmSync(profile, { recursive: true, force: true });
  }
}
