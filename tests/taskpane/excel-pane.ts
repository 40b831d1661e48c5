/** The pane in Chromium beside the tests' small workbook, with the stand-in for Office.js in place of office.js. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { BrowsedSite, Options } from "../addin-site.js";
import type { WatchedPage } from "../browser.js";
import type { Workbook } from "../freeze/workbook.js";
import type { StandIn } from "./excel-stand-in.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const built = new Map<string, Promise<string>>();

/** A script for the page: `window.workbook` and `window.standIn`. */
function excelScript(language: string): Promise<string> {
  const script = built.get(language) ?? bundled(language);
  built.set(language, script);
  return script;
}

async function bundled(language: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { auction } from "./tests/freeze/auction.ts";
        import { installExcel } from "./tests/taskpane/excel-stand-in.ts";
        history.pushState = history.replaceState = null;
        window.CustomFunctions = { associate() {} };
        window.workbook = auction();
        window.standIn = installExcel(window.workbook, { language: ${JSON.stringify(language)} });
      `,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    alias: { soundings: `${root}core/index.ts` },
  });
  return outputFiles[0]?.text ?? "";
}

/** The pane at its first screen, in English unless told otherwise. */
export async function openBesideExcel(site: BrowsedSite, options: Options = {}, theme = "#ffffff"): Promise<WatchedPage> {
  const watched = await site.open({ locale: "en-GB", ...options });
  const body = (await excelScript(options.locale ?? "en-GB")).replace("#ffffff", theme);
  await watched.page.route("**/office-js/office.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  await watched.page.goto(`${site.url}taskpane.html`);
  await watched.page.waitForSelector("body[data-ready]");
  return watched;
}

/** The change is sent as its text: it knows nothing of what is around it. */
export const inWorkbook = (page: Page, change: (workbook: Workbook) => void) =>
  page.evaluate(`(${change.toString()})(window.workbook)`);

export const select = (page: Page, cell: string) =>
  page.evaluate((at) => {
    const { standIn } = window as unknown as { standIn: StandIn };
    standIn.selected = at;
    standIn.selectionChanged();
  }, cell);
