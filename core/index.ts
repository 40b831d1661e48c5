/** The package `soundings`: what notebooks, the add-in and other programs import. */
export { catalog, findDefinition } from "./catalog.js";
export type { Definition, Example, Field, Refusal, Result, Returns, Row, Scalar } from "./definition.js";
export { citation } from "./definition.js";
export { type ErrorCode, InputError, type Language, nearest, type Problem, problems, type Text } from "./errors.js";
export { type BackstopOptions, isBackstop } from "./land/backstop.js";
export { type Band, type BandOptions, band, bandOf, bands } from "./land/bands.js";
export { hpiOfDistricts } from "./land/districts.js";
export { type HpiOptions, type HpiParts, hpi, hpiParts } from "./land/hpi.js";
export { priceCut, priceCutCoefficient } from "./land/price-cut.js";
export {
  type CityField,
  type CityOptions,
  citiesOf,
  findCity,
  findRegion,
  meanScore,
  outsideConcentratedSales,
  type PublishedScore,
  publishedCity,
  publishedScores,
  type Region,
  regions,
} from "./land/published.js";
export { type Choice, type Column, camel, type Domain, type Flags, type Parameter, wantedBy } from "./parameters.js";
export { cite, type Passage, type Report, type ReportId, reports } from "./sources.js";
export { type Unit, units } from "./units.js";
