/** Every catalogued function, in one list: the only registry. Excel, docs, command line and tests read it. */
import type { Definition } from "./definition.js";
import { isBackstopDefinition } from "./land/backstop.js";
import { bandDefinition } from "./land/bands.js";
import { hpiOfDistrictsDefinition } from "./land/districts.js";
import { hpiDefinition, hpiPartsDefinition } from "./land/hpi.js";
import { priceCutCoefficientDefinition, priceCutDefinition } from "./land/price-cut.js";
import { publishedCityDefinition } from "./land/published.js";

export const catalog: readonly Definition[] = [
  hpiDefinition,
  hpiPartsDefinition,
  priceCutCoefficientDefinition,
  priceCutDefinition,
  isBackstopDefinition,
  bandDefinition,
  hpiOfDistrictsDefinition,
  publishedCityDefinition,
];

const byId = new Map(catalog.map((definition) => [definition.id, definition]));

/** The definition of a function by its catalogue id, if there is one. */
export function findDefinition(id: string): Definition | undefined {
  return byId.get(id);
}
