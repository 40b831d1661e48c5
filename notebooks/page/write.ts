/** writePage(): the page of a notebook file, written whole or not at all. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseNotebook } from "./notebook.js";
import { type PageOptions, renderPage } from "./render.js";

/**
 * Renders the notebook at `inputPath` into `outputPath`, whose folder is made where it is missing.
 * @throws NotebookError for what is no notebook; the file system's own error for a file that cannot be read or written
 */
export async function writePage(inputPath: string, outputPath: string, options: PageOptions = {}): Promise<void> {
  const page = await renderPage(parseNotebook(await readFile(inputPath, "utf8")), options);
  await mkdir(dirname(outputPath), { recursive: true });
  const unfinished = `${outputPath}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, page);
    await rename(unfinished, outputPath);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
