/** How a cell of the try-it sheet looks, as a file has it, and back. Here: Univer's style data. Not here: files. */
import {
  BorderStyleTypes,
  ColorKit,
  getColorStyle,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { type Border, type BorderLine, type Borders, type CellLook, sides } from "../workbook/look.js";

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

const edges = { left: "l", right: "r", top: "t", bottom: "b" } as const;
const lines: Readonly<Record<BorderLine, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};
const lineNames = new Map((Object.keys(lines) as BorderLine[]).map((name) => [lines[name], name]));

/** Without diagonals, rotation and what only some words of a text have. */
export function lookOf(style: IStyleData | null | undefined): CellLook {
  if (!style) return {};
  const { ff, fs, bl, it, ul, st, cl, bg, ht, vt, tb, n } = style;
  const borders = bordersOf(style.bd);
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
    ...(Object.keys(borders).length > 0 && { borders }),
  };
}

function bordersOf(bd: IStyleData["bd"]): Borders {
  return Object.fromEntries(
    sides.flatMap((side): [string, Border][] => {
      const edge = bd?.[edges[side]];
      const line = edge && lineNames.get(edge.s);
      if (!line) return [];
      const color = hexOf(getColorStyle(edge.cl));
      return [[side, { line, ...(color && { color }) }]];
    }),
  );
}

export function styleOf(look: CellLook): IStyleData {
  const { font, size, bold, italic, underline, strike, color, fill, wrap, format, borders } = look;
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
    ...(borders && { bd: borderData(borders) }),
  };
}

function borderData(borders: Borders): IBorderData {
  return Object.fromEntries(
    sides.flatMap((side) => {
      const border = borders[side];
      return border === undefined ? [] : [[edges[side], { s: lines[border.line], cl: { rgb: `#${border.color ?? "000000"}` } }]];
    }),
  );
}

/** "#fff", "rgb(255, 255, 255)" or "white" → "FFFFFF"; undefined for none, and for what is no colour. */
function hexOf(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const kit = new ColorKit(color);
  return kit.isValid && kit.getAlpha() > 0 ? kit.toHexString().slice(1, 7).toUpperCase() : undefined;
}
