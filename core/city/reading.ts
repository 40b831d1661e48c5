/** What every reading of a city carries: the month of its data, and whose data it is. */
import type { Text } from "../errors.js";

export type Quality = "direct" | "few" | "modelled" | "standIn";

/** From the strongest to the weakest. */
export const qualities: Readonly<Record<Quality, Text>> = {
  direct: { en: "this city's own", zh: "本市数据" },
  few: { en: "this city's own, but thin", zh: "本市数据，但单薄" },
  modelled: { en: "own prices, assumed loan", zh: "本市房价，贷款为假设" },
  standIn: { en: "a stand-in", zh: "以其他数据代替" },
};

export interface Reading {
  /** Month of the newest figure that it rests on, yyyy-mm. */
  readonly asOf: string;
  readonly quality: Quality;
}
