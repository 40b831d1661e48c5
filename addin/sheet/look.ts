/** How a cell of the try-it sheet looks, as a file has it, and back. Here: Univer's style data. Not here: files. */
import {
  ColorKit,
  getColorStyle,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { CellLook } from "../workbook/look.js";

const across = [
  [HorizontalAlign.LEFT, "left"],
  [HorizontalAlign.CENTER, "center"],
  [HorizontalAlign.RIGHT, "right"],
] as const;
const down = [
  [VerticalAlign.TOP, "top"],
  [VerticalAlign.MIDDLE, "center"],
  [VerticalAlign.BOTTOM, "bottom"],
] as const;

/** Without borders, rotation and what only some words of a text have. */
export function lookOf(style: IStyleData | null | undefined): CellLook {
  if (!style) return {};
  const { ff, fs, bl, it, ul, st, cl, bg, ht, vt, tb, n } = style;
  const [color, fill] = [hexOf(getColorStyle(cl)), hexOf(getColorStyle(bg))];
  const [horizontal, vertical] = [across.find(([value]) => value === ht)?.[1], down.find(([value]) => value === vt)?.[1]];
  const pattern = n?.pattern;
  return {
    ...(ff && { font: ff }),
    ...(fs && { size: fs }),
    ...(bl && { bold: true }),
    ...(it && { italic: true }),
    ...(ul?.s && { underline: true }),
    ...(st?.s && { strike: true }),
    ...(color && { color }),
    ...(fill && { fill }),
    ...(horizontal && { across: horizontal }),
    ...(vertical && { down: vertical }),
    ...(tb === WrapStrategy.WRAP && { wrap: true }),
    ...(pattern && !/^general$/i.test(pattern) && { format: pattern }),
  };
}

export function styleOf(look: CellLook): IStyleData {
  const { font, size, bold, italic, underline, strike, color, fill, wrap, format } = look;
  const [ht, vt] = [across.find(([, name]) => name === look.across)?.[0], down.find(([, name]) => name === look.down)?.[0]];
  return {
    ...(font && { ff: font }),
    ...(size && { fs: size }),
    ...(bold && { bl: 1 }),
    ...(italic && { it: 1 }),
    ...(underline && { ul: { s: 1 } }),
    ...(strike && { st: { s: 1 } }),
    ...(color && { cl: { rgb: `#${color}` } }),
    ...(fill && { bg: { rgb: `#${fill}` } }),
    ...(ht && { ht }),
    ...(vt && { vt }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(format && { n: { pattern: format } }),
  };
}

/** "#fff", "rgb(255, 255, 255)" or "white" → "FFFFFF"; undefined for none, and for what is no colour. */
function hexOf(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const kit = new ColorKit(color);
  return kit.isValid && kit.getAlpha() > 0 ? kit.toHexString().slice(1, 7).toUpperCase() : undefined;
}
