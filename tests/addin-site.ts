/** The built add-in, served on this machine, for tests that open its pages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAddin } from "../addin/build.js";
import { serve } from "../cli/serve.js";

export interface AddinSite {
  /** Ends in "/"; taskpane.html and sheet/ are below it. */
  readonly url: string;
  readonly close: () => void;
}

export async function serveAddin(): Promise<AddinSite> {
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
