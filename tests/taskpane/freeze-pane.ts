/** The pane in Chromium beside the tests' small workbook, with the stand-in for Office.js in place of office.js. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

const built = new Map<string, Promise<string>>();

/** A script for the page: `window.workbook` and `window.standIn`. */
export function excelScript(language: string): Promise<string> {
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
