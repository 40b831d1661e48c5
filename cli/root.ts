/** Where the checkout is, and the folders that commands write to. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Top of the checkout; compiled files run from dist/cli. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** What `npm start` makes and serves: never committed. */
export const siteFolder = join(root, "dist", "site");
/** What earlier runs left behind so that nothing unchanged is done again. */
export const cacheFolder = join(root, ".cache");
