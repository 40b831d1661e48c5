/** The names of the bureau's three tiers, and the tier of a city. Not here: which cities (core/cities.ts), any price. */
import { seventyCities, type Tier as TierNumber } from "../cities.js";
import type { Text } from "../errors.js";

const order = ["first", "second", "third"] as const satisfies { readonly length: 3 };
export type Tier = (typeof order)[number];

export const tiers: Readonly<Record<Tier, Text>> = {
  first: { en: "first tier", zh: "一线城市" },
  second: { en: "second tier", zh: "二线城市" },
  third: { en: "third tier", zh: "三线城市" },
};

const tierByCity = new Map(seventyCities.map(({ city, tier }) => [city.zh, nameOf(tier)] as const));

function nameOf(tier: TierNumber): Tier {
  return order[tier - 1] ?? "third";
}

/** Tier of one of the 70 cities, by its Chinese name as the bureau writes it; third for any other name. */
export function tierOf(city: string): Tier {
  return tierByCity.get(city) ?? "third";
}
