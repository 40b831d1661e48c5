/** The one place where tests start a browser and watch what its pages ask for. */
import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from "playwright-core";
import { findBrowser } from "../cli/chromium.js";

export { findBrowser };

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** Starts the browser, headless, in a profile of its own that goes with it. Close it in afterAll. */
export function launch(): Promise<Browser> {
  // Chromium refuses its sandbox to root, which is who runs tests in a container.
  return chromium.launch({ executablePath: findBrowser(), args: flags, chromiumSandbox: process.getuid?.() !== 0 });
}

/** A page that records what it must not do. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests beyond file:, data: and blob:, and beyond `allowed`. All were refused. */
  readonly requests: string[];
  /** Console errors and warnings, and uncaught exceptions. */
  readonly complaints: string[];
}

/** Opens an empty page whose every request is refused unless it stays on disk or starts with one of `allowed`. */
export async function openWatched(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] & { allowed?: readonly string[] } = {},
): Promise<WatchedPage> {
  const { allowed = [], ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  const watched: WatchedPage = { page: await context.newPage(), context, requests: [], complaints: [] };
  await context.route("**", (route) => {
    const url = route.request().url();
    if (/^(file|data|blob):/.test(url) || allowed.some((start) => url.startsWith(start))) return route.continue();
    watched.requests.push(url);
    return route.abort();
  });
  watched.page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") watched.complaints.push(message.text());
  });
  watched.page.on("pageerror", (error) => watched.complaints.push(String(error)));
  return watched;
}
