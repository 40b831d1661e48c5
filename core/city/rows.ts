/**
 * What the four lenses read of cities: dated costs, asking prices, house-price indices, published yields.
 * Here: the shape of the rows, and cities told apart by name. Not here: the rows (notebooks/data), any reading.
 */
import type { MonthOnMonth } from "../chain.js";
import { seventyCities } from "../cities.js";
import type { DatedCost } from "../cost/city-cost.js";
import type { ListingMonth } from "../cost/listing.js";
import type { YearlyChange } from "../cost/yearly-changes.js";
import { InputError, nearest, type Text } from "../errors.js";
import { publishedScores } from "../land/published.js";

interface OfCity {
  /** Chinese name without 市. */
  readonly city: string;
}

export interface CityCostRow extends DatedCost, OfCity {
  /** Grade of the source: "high" for the text of an official document. */
  readonly quality: string;
}

export interface YieldFact extends OfCity {
  /** Year, half, quarter or month: 2024, 2024H1, 2020Q1, 2025-09. */
  readonly period: string;
  /** Annual rent over price, ratio. */
  readonly grossYield: number;
  readonly publisher: string;
}

export interface CityRows {
  readonly costs: readonly CityCostRow[];
  /** Consumer prices, by which old costs are restated. */
  readonly consumerPrices: readonly YearlyChange[];
  readonly listings: readonly (ListingMonth & OfCity)[];
  /** Second-hand index, previous month = 100. */
  readonly prices: readonly (MonthOnMonth & OfCity)[];
  readonly yields: readonly YieldFact[];
}

/** Names that neither the bureau nor report 003 spells in English. */
const furtherNames: readonly Text[] = [{ en: "Xiangcheng", zh: "项城" }];

/** Every city that at least one lens may read: those of the bureau, those of report 003, those with a cost. */
export function citiesKnown({ costs }: Pick<CityRows, "costs">): readonly Text[] {
  const named = [...seventyCities, ...publishedScores].map(({ city }) => city);
  const priced = costs.map(({ city }) => furtherNames.find(({ zh }) => zh === city) ?? { en: city, zh: city });
  const byName = new Map<string, Text>();
  for (const city of [...named, ...priced]) if (!byName.has(city.zh)) byName.set(city.zh, city);
  return [...byName.values()];
}

/** 杭州市, Hangzhou and "hang zhou" are one city; Xi'an needs no apostrophe. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s'’\-–]/g, "")
    .replace(/市$/, "");
}

/**
 * A city as people write it: Chinese or English, with or without 市.
 * @throws InputError "not-in-table" with the nearest name and all of them
 */
export function cityNamed(name: string, known: readonly Text[]): Text {
  const wanted = plain(name);
  const found = known.find(({ en, zh }) => wanted === plain(zh) || wanted === plain(en));
  if (found !== undefined) return found;
  const near = nearest(
    wanted,
    known.flatMap(({ en, zh }) => [zh, plain(en)]),
  );
  const meant = known.find(({ en, zh }) => zh === near || plain(en) === near);
  throw new InputError({
    problem: "not-in-table",
    fn: "cityCard",
    argument: "city",
    seen: {
      en: `is "${name}", for which no lens has data${meant === undefined ? "" : ` (${meant.en} ${meant.zh}?)`}`,
      zh: `是“${name}”，四个视角都没有数据${meant === undefined ? "" : `（是否指${meant.zh}？）`}`,
    },
    wanted: {
      en: `one of ${known.map(({ en, zh }) => (en === zh ? zh : `${en} ${zh}`)).join(", ")}`,
      zh: `下列城市之一：${known.map(({ zh }) => zh).join("、")}`,
    },
  });
}
