/** Where the checkout is, and the folders that commands write to. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Top of the checkout, from this file or from its compiled form in dist/. */
export const root = findTop(dirname(fileURLToPath(import.meta.url)));
/** What `npm start` makes and serves: never committed. */
export const siteFolder = join(root, "dist", "site");
/** What earlier runs left behind so that nothing unchanged is done again. */
export const cacheFolder = join(root, ".cache");

function findTop(folder: string): string {
  if (existsSync(join(folder, "package-lock.json"))) return folder;
  if (dirname(folder) === folder) throw new Error("the checkout's package-lock.json was not found above this program");
  return findTop(dirname(folder));
}
