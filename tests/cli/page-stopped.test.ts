/** `soundings page` of a folder with a broken notebook, and stopped in the middle of printing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freshFolder, notebookFile } from "../notebooks/notebook-file.js";
import { runningWith, start, until } from "./commands.js";

const folder = freshFolder();
const temporary = mkdtempSync(join(tmpdir(), "page-"));
afterAll(() => rmSync(temporary, { recursive: true }));

describe("soundings page FOLDER", () => {
  it("names a broken notebook, makes the other pages and their index, and fails", { timeout: 120_000 }, async () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    notebookFile(mixed, "a", [{ markdown: "# First" }]);
    writeFileSync(join(mixed, "b.ipynb"), "{ broken");
    notebookFile(mixed, "c", [{ markdown: "# Third" }]);
    const { said, closed } = start(["page", "mixed", "--output", "pages"], folder);
    expect(await closed).toBe(1);
    expect(said()).toContain("b.ipynb: This is not a notebook");
    expect(said()).toMatch(/1 of 3 notebooks became no page: \S*mixed\/b\.ipynb/);
    expect(readdirSync(join(folder, "pages")).sort()).toEqual(["a.html", "c.html", "index.html"]);
    const index = readFileSync(join(folder, "pages", "index.html"), "utf8");
    expect([index.includes("a.html"), index.includes("b.html"), index.includes("c.html")]).toEqual([true, false, true]);
  });
});

describe.skipIf(process.platform === "win32")("soundings page --pdf, stopped", () => {
  const browser = join(folder, "browser.sh");
  // As Chromium: processes of its own that do not end with it, and files in the profile.
  writeFileSync(
    browser,
    `#!/bin/sh\nfor word in "$@"; do case $word in --user-data-dir=*) touch "$(echo $word | cut -d= -f2)/lock";; esac; done\nsleep 9871 & sleep 9871\n`,
    { mode: 0o755 },
  );
  notebookFile(folder, "print", [{ markdown: "# On paper" }]);

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends the browser's processes and removes its profile",
    {
      timeout: 120_000,
    },
    async (signal) => {
      const env = { SOUNDINGS_CHROMIUM: browser, TMPDIR: temporary };
      const { child, closed } = start(["page", "print", "--pdf"], folder, env);
      await until(() => runningWith("sleep 9871").length === 2, "the browser");
      child.kill(signal);
      expect(await closed).toBe(130);
      expect(runningWith("sleep 9871")).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(folder).filter((name) => /pdf|part/.test(name))).toEqual([]);
    },
  );
});
