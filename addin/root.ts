/** Where the checkout is: sources and compiled files both find it from where they stand. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder above that holds manifest.xml and package-lock.json. */
export function findRoot(folder: string): string {
  let place = folder;
  while (!existsSync(join(place, "manifest.xml")) || !existsSync(join(place, "package-lock.json"))) {
    if (dirname(place) === place) throw new Error("the checkout with manifest.xml was not found");
    place = dirname(place);
  }
  return place;
}
