/** Notebooks in a folder outside any checkout, where no package is installed: the kernel's own serve them. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { newNotebook, runNotebook, writeNotebook } from "../../../notebooks/runner/index.js";
import { folderElsewhere, notebookFile } from "../notebook-file.js";

const folder = folderElsewhere();
const shipped = fileURLToPath(new URL("../../../notebooks/", import.meta.url));

describe("runNotebook(input) in a folder without packages", () => {
  it("runs the template that `soundings new` writes", async () => {
    const path = join(folder, "new.ipynb");
    await writeNotebook(path, newNotebook("new"));
    expect(await runNotebook(path)).toMatchObject({ failures: [], ok: true });
  });

  it("runs a notebook that ships, copied with its data", { timeout: 120_000 }, async () => {
    cpSync(join(shipped, "data"), join(folder, "data"), { recursive: true });
    cpSync(join(shipped, "01-hpi.ipynb"), join(folder, "01-hpi.ipynb"));
    expect(await runNotebook(join(folder, "01-hpi.ipynb"))).toMatchObject({ failures: [], ok: true });
  });

  it("carries values of every offered package from cell to cell, their types unwritten", async () => {
    const path = notebookFile(folder, "offered", [
      'import { findDefinition } from "soundings";\nimport { card } from "@soundings/display";\nimport { DataFrame } from "danfojs-node";',
      'const definition = findDefinition("HPI");\nconst frame = new DataFrame({ a: [1, 2] });\nconst tensor = frame.tensor;\nconst shown = card("one", [{ label: "n", value: 1 }]);',
      "const parts = { definition, frame, tensor, bytes: Buffer.from([1]) };",
      "[parts.definition?.id, parts.frame.shape, parts.tensor.shape, parts.bytes.length, typeof shown]",
    ]);
    const { failures, notebook } = await runNotebook(path);
    expect(failures).toEqual([]);
    expect(notebook.cells[3]?.outputs).toMatchObject([{ data: { "text/plain": "[ 'HPI', [ 2, 1 ], [ 2, 1 ], 1, 'object' ]" } }]);
  });

  it("refuses a wrong use of an offered package before any cell runs", async () => {
    const path = notebookFile(folder, "wrong", ['import { hpi } from "soundings";', 'hpi("all", [1])']);
    expect((await runNotebook(path)).failure).toMatchObject({ reason: "types", cell: 2, line: 1 });
  });

  it("takes the package of the notebook's own folder where there is one of that name", async () => {
    const own = join(folder, "project", "node_modules", "soundings");
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "package.json"), '{ "name": "soundings", "main": "./index.js", "types": "./index.d.ts" }');
    writeFileSync(join(own, "index.js"), "exports.own = 7;");
    writeFileSync(join(own, "index.d.ts"), "export declare const own: number;");
    const path = notebookFile(join(folder, "project"), "n", [
      'import { own } from "soundings";',
      "const twice = 2 * own;",
      "twice",
    ]);
    const { failures, notebook } = await runNotebook(path);
    expect(failures).toEqual([]);
    expect(notebook.cells[2]?.outputs).toMatchObject([{ data: { "text/plain": "14" } }]);
  });
});
