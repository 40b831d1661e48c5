/** Every catalogued function, in one list: the only registry. Excel, docs, command line and tests read it. */
import { aboutDefinitions } from "./about.js";
import { anchorBandDefinition, anchorPriceDefinition, gapDefinition } from "./bottom/anchor.js";
import { bottomCardDefinition } from "./bottom/bottom-card.js";
import { homeValueDefinition } from "./bottom/home-value.js";
import { monthsToAnchorDefinition } from "./bottom/months-to-anchor.js";
import { priceToIncomeDefinition, restatedDefinition } from "./bottom/price-income.js";
import { netYieldDefinition, rentalYieldDefinition } from "./bottom/rental-yield.js";
import { monthsToShareDefinition, steadyShareDefinition } from "./bottom/second-hand.js";
import { stableScreenDefinition } from "./bottom/stable-screen.js";
import { userCostDefinition } from "./bottom/user-cost.js";
import { ihciDefinition } from "./cost/ihci.js";
import { layersDefinition } from "./cost/layers.js";
import { ihciMultipleDefinition } from "./cost/multiple.js";
import { ihciRangeDefinition } from "./cost/range.js";
import { reindexDefinition } from "./cost/reindex.js";
import { ihciScreenDefinition } from "./cost/screen.js";
import { ihciZoneDefinition } from "./cost/zones.js";
import type { Definition } from "./definition.js";
import { isBackstopDefinition } from "./land/backstop.js";
import { bandDefinition } from "./land/bands.js";
import { hpiOfDistrictsDefinition } from "./land/districts.js";
import { hpiDefinition, hpiPartsDefinition } from "./land/hpi.js";
import { priceCutCoefficientDefinition, priceCutDefinition } from "./land/price-cut.js";
import { publishedCityDefinition } from "./land/published.js";
import { defaultStateDefinition } from "./landing/default-state.js";
import { homeEquityDefinition } from "./landing/equity.js";
import { fiscalTakeDefinition } from "./landing/fiscal.js";
import { landingClassDefinition } from "./landing/landing-class.js";
import { lossSplitDefinition } from "./landing/loss.js";
import { mortgageBalanceDefinition, mortgagePaymentDefinition } from "./landing/mortgage.js";
import { fallRateDefinition, fallTimeDefinition } from "./landing/pace.js";
import { priceInDefinition, realRateDefinition } from "./landing/real.js";
import { relayDefinition } from "./landing/relay.js";
import { relayCountDefinition } from "./landing/relay-count.js";
import { safeFallDefinition, underwaterMonthDefinition } from "./landing/under-water.js";
import { hpiTableDefinition } from "./table/hpi-table.js";
import { ihciMapDefinition } from "./table/ihci-map.js";
import { readAsDefinition } from "./table/read-as.js";
import { rentTableDefinition } from "./table/rent-table.js";

export const catalog: readonly Definition[] = [
  hpiDefinition,
  hpiPartsDefinition,
  priceCutCoefficientDefinition,
  priceCutDefinition,
  isBackstopDefinition,
  bandDefinition,
  hpiOfDistrictsDefinition,
  publishedCityDefinition,
  ihciDefinition,
  reindexDefinition,
  ihciRangeDefinition,
  ihciMultipleDefinition,
  ihciZoneDefinition,
  layersDefinition,
  ihciScreenDefinition,
  monthsToShareDefinition,
  steadyShareDefinition,
  rentalYieldDefinition,
  netYieldDefinition,
  anchorBandDefinition,
  gapDefinition,
  monthsToAnchorDefinition,
  anchorPriceDefinition,
  priceToIncomeDefinition,
  restatedDefinition,
  homeValueDefinition,
  userCostDefinition,
  stableScreenDefinition,
  bottomCardDefinition,
  mortgagePaymentDefinition,
  mortgageBalanceDefinition,
  homeEquityDefinition,
  underwaterMonthDefinition,
  safeFallDefinition,
  relayDefinition,
  relayCountDefinition,
  defaultStateDefinition,
  lossSplitDefinition,
  fiscalTakeDefinition,
  fallRateDefinition,
  fallTimeDefinition,
  realRateDefinition,
  priceInDefinition,
  landingClassDefinition,
  hpiTableDefinition,
  ihciMapDefinition,
  rentTableDefinition,
  readAsDefinition,
  ...aboutDefinitions(() => catalog),
];

const byId = new Map(catalog.map((definition) => [definition.id, definition]));

/** The definition of a function by its catalogue id, if there is one. */
export function findDefinition(id: string): Definition | undefined {
  return byId.get(id);
}
