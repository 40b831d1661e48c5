/** Every known mistake of the four reports, and the ways to find one. Imports no figure and no function: ids only. */
import type { ReportId } from "../sources.js";
import { bottomErrata } from "./bottom-errata.js";
import { costErrata } from "./cost-errata.js";
import type { Erratum } from "./erratum.js";
import { landErrata } from "./land-errata.js";
import { landingErrata } from "./landing-errata.js";

export const errata: readonly Erratum[] = [...landErrata, ...costErrata, ...bottomErrata, ...landingErrata];

/** The errata of one report. */
export function errataOf(report: ReportId): readonly Erratum[] {
  return errata.filter((erratum) => erratum.report === report);
}

/** The errata that users of a catalogued function should know of. */
export function errataTouching(functionId: string): readonly Erratum[] {
  return errata.filter(({ functions }) => functions.includes(functionId));
}

/** The errata that concern a printed figure. */
export function errataOnFigure(figureId: string): readonly Erratum[] {
  return errata.filter(({ figures }) => figures.includes(figureId));
}
