/** How the sheet's cells look. */
import type { IStyleData } from "@univerjs/core";
import type { StyleName } from "../templates/template.js";

/** Univer turns lightness round where the system is dark: a pale fill would come out as black as the sheet. */
const isDark = typeof matchMedia !== "undefined" && matchMedia("(prefers-color-scheme: dark)").matches;
const fill = (light: string, dark: string) => ({ bg: { rgb: isDark ? dark : light } });
const input = fill("#fffbe6", "#fff0c2");

export const styles = {
  title: { bl: 1, fs: 14 },
  text: {},
  quiet: { cl: { rgb: "#5c5c5c" } },
  heading: { bl: 1, ...fill("#e5f1f8", "#b5d9ec") },
  sample: { cl: { rgb: "#5c5c5c" }, it: 1 },
  money: { ...input, n: { pattern: "0.00" } },
  percent: { ...input, n: { pattern: "0.00%" } },
  flag: { ...input, ht: 2 },
  input: { ...input },
  share: { bl: 1, n: { pattern: "0.00%" } },
  total: { bl: 1, n: { pattern: "0.00" } },
  label: {},
  points: { bl: 1, n: { pattern: "0.0" } },
  answer: { bl: 1 },
  amount: { n: { pattern: "0.00" } },
  formula: { cl: { rgb: "#5c5c5c" } },
} as const satisfies Record<StyleName, IStyleData>;
