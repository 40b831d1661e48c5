/** How the sheet's cells look. */
import type { IStyleData } from "@univerjs/core";
import type { StyleName } from "../templates/template.js";

const fill = (rgb: string) => ({ bg: { rgb } });

export const styles = {
  title: { bl: 1, fs: 14 },
  text: {},
  quiet: { cl: { rgb: "#5c5c5c" } },
  heading: { bl: 1, ...fill("#e5f1f8") },
  sample: { cl: { rgb: "#5c5c5c" }, it: 1 },
  money: { ...fill("#fffbe6"), n: { pattern: "0.00" } },
  percent: { ...fill("#fffbe6"), n: { pattern: "0.00%" } },
  flag: { ...fill("#fffbe6"), ht: 2 },
  input: { ...fill("#fffbe6") },
  share: { bl: 1, n: { pattern: "0.00%" } },
  total: { bl: 1, n: { pattern: "0.00" } },
  label: {},
  points: { bl: 1, n: { pattern: "0.0" } },
  answer: { bl: 1 },
  amount: { n: { pattern: "0.00" } },
  formula: { cl: { rgb: "#5c5c5c" } },
} as const satisfies Record<StyleName, IStyleData>;
