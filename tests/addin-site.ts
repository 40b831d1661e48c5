/** The built add-in, served on this machine, for tests that open its pages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildAddin } from "../addin/build.js";
import { serve } from "../cli/serve.js";
import { launch, openWatched, type WatchedPage } from "./browser.js";

interface AddinSite {
  /** Ends in "/"; taskpane.html and sheet/ are below it. */
  readonly url: string;
  readonly close: () => void;
}

async function serveAddin(): Promise<AddinSite> {
  const folder = mkdtempSync(join(tmpdir(), "soundings-addin-"));
  await buildAddin(join(folder, "addin"));
  const { url, close } = await serve(folder, 0);
  return {
    url: `${url}addin/`,
    close: () => {
      close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The site with a browser before it. */
export interface BrowsedSite {
  readonly url: string;
  /** An empty page that may ask this site, and no other. */
  readonly open: (options?: Options) => Promise<WatchedPage>;
}
export type Options = Parameters<typeof openWatched>[1];

/** Starts both before the tests of a file and stops them after. */
export function browsedSite(): BrowsedSite {
  let browser: Browser;
  let site: AddinSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serveAddin()]);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });
  return {
    get url() {
      return site.url;
    },
    open: (options = {}) => openWatched(browser, { allowed: [site.url], ...options }),
  };
}
