/** How Excel shows a number of ours, by its unit. Here: Excel's format codes. Not here: how the pane writes numbers. */
import type { Unit } from "soundings";

export const numberFormats: Readonly<Partial<Record<Unit, string>>> = {
  fraction: "0.00%",
  points: "0.0",
  multiple: "0.00",
  "basis-points": "0",
};
