/**
 * What a sheet of an .xlsx file has besides its values: how cells look, widths, heights, merged cells, and what may be typed
 * into cells. The file library reads styles and widths; which style a cell has is read here, from the sheet's own part of
 * the file. Of files of other kinds there are only widths, heights and merged cells. Not here: values, and any host.
 */
import type { Range, WorkBook } from "xlsx";
import {
  type Border,
  type BorderLine,
  type Borders,
  borderLines,
  type CellLook,
  pixelsPerDigit,
  pointsPerPixel,
  sides,
} from "../workbook/look.js";
import type { CellRule } from "../workbook/rule.js";
import { rulesIn } from "../workbook/rule-xml.js";
import { type Attributes, contents, tags, unescaped } from "./xml.js";

export interface Layout {
  /** px, by column or row. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly merges: readonly Merge[];
  /** By the cell: "B6". */
  readonly looks: ReadonlyMap<string, CellLook>;
  /** Formulas in them as the file has them. */
  readonly rules: readonly CellRule[];
}

/** Zero-based, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as the library reads it, as much of it as is looked at. */
interface ReadSheet {
  readonly "!cols"?: readonly ({ readonly width?: number } | null | undefined)[];
  readonly "!rows"?: readonly ({ readonly hpt?: number } | null | undefined)[];
  readonly "!merges"?: readonly Range[];
}

/** The layouts of a workbook that was read with `bookFiles` and `cellStyles`, by the names of its sheets. */
export function layoutsOf(book: WorkBook): ReadonlyMap<string, Layout> {
  const files = new Files(book);
  const looks = looksByNumber(book, files.text(stylesPath));
  return new Map(
    book.SheetNames.map((name): [string, Layout] => {
      const sheet = (book.Sheets[name] ?? {}) as ReadSheet;
      const xml = files.sheet(name);
      return [
        name,
        {
          widths: sizes(sheet["!cols"], ({ width }) => width, pixelsPerDigit),
          heights: sizes(sheet["!rows"], ({ hpt }) => hpt, 1 / pointsPerPixel),
          merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
          looks: looksIn(xml, looks),
          rules: rulesIn(xml),
        },
      ];
    }),
  );
}

function sizes<Item>(
  items: readonly (Item | null | undefined)[] | undefined,
  size: (item: Item) => number | undefined,
  pixels: number,
): Map<number, number> {
  return new Map(
    (items ?? []).flatMap((item, at): [number, number][] => {
      const given = item ? size(item) : undefined;
      return given === undefined || !(given > 0) ? [] : [[at, Math.round(given * pixels)]];
    }),
  );
}

/** Where every writer puts them; another place has no borders. */
const stylesPath = "xl/styles.xml";

/** The parts of an .xlsx file, as texts. */
class Files {
  readonly #files: Readonly<Record<string, { readonly content?: ArrayLike<number> } | undefined>>;
  readonly #paths: ReadonlyMap<string, string>;

  constructor(book: WorkBook) {
    this.#files = (book as { files?: Record<string, { content?: ArrayLike<number> }> }).files ?? {};
    const targets = new Map(
      Array.from(tags(this.text("xl/_rels/workbook.xml.rels"), "Relationship"), ({ Id, Target = "" }) => [Id, Target]),
    );
    this.#paths = new Map(
      Array.from(tags(this.text("xl/workbook.xml"), "sheet"), (sheet): [string, string] => {
        const target = targets.get(relationship(sheet)) ?? "";
        return [sheet.name ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`];
      }),
    );
  }

  /** "" where the file has no such part. */
  text(path: string): string {
    const content = this.#files[path]?.content;
    return content === undefined ? "" : new TextDecoder().decode(Uint8Array.from(content));
  }

  sheet(name: string): string {
    return this.text(this.#paths.get(name) ?? "");
  }
}

/** r:id, whatever the file calls the namespace. */
function relationship(sheet: Attributes): string | undefined {
  return Object.entries(sheet).find(([key]) => /:id$/.test(key))?.[1];
}

function looksIn(xml: string, looks: readonly CellLook[]): Map<string, CellLook> {
  const found = new Map<string, CellLook>();
  for (const { r, s } of tags(xml, "c")) {
    const look = s === undefined ? undefined : looks[Number(s)];
    if (r !== undefined && look && Object.keys(look).length > 0) found.set(r, look);
  }
  return found;
}

interface Color {
  readonly rgb?: string;
  readonly theme?: number;
  readonly tint?: number;
}

interface Font {
  readonly name?: string;
  readonly sz?: number;
  readonly bold?: number | boolean;
  readonly italic?: number | boolean;
  readonly underline?: number;
  readonly strike?: number | boolean;
  readonly color?: Color;
}

/** As the library reads styles.xml; it has no type for it. */
interface Styles {
  readonly NumberFmt?: readonly (string | undefined)[];
  readonly Fonts?: readonly Font[];
  readonly Fills?: readonly { readonly patternType?: string; readonly fgColor?: Color }[];
  readonly CellXf?: readonly {
    readonly numFmtId?: number;
    readonly fontId?: number;
    readonly fillId?: number;
    readonly borderId?: number;
    readonly alignment?: { readonly horizontal?: string; readonly vertical?: string; readonly wrapText?: boolean };
  }[];
}

interface Themes {
  readonly themeElements?: { readonly clrScheme?: readonly { readonly rgb?: string }[] };
}

/** The looks of a workbook by the numbers that its cells have. What its first font says is how it looks anyway. */
function looksByNumber(book: WorkBook, stylesXml: string): CellLook[] {
  const { Styles: styles = {}, Themes: themes = {} } = book as { Styles?: Styles; Themes?: Themes };
  const scheme = themes.themeElements?.clrScheme ?? [];
  const [normal = {}] = styles.Fonts ?? [];
  const drawn = bordersByNumber(stylesXml, scheme);
  return (styles.CellXf ?? []).map(({ numFmtId = 0, fontId = 0, fillId = 0, borderId = 0, alignment = {} }): CellLook => {
    const borders = drawn[borderId];
    const fill = styles.Fills?.[fillId];
    const behind = fill?.patternType === "solid" ? hexOf(fill.fgColor, scheme) : undefined;
    const format = styles.NumberFmt?.[numFmtId];
    const [across, down] = [alignment.horizontal, alignment.vertical];
    return {
      ...fontLook(styles.Fonts?.[fontId] ?? {}, normal, scheme),
      ...(behind && { fill: behind }),
      ...(isAcross(across) && { across }),
      ...(isDown(down) && { down }),
      ...(alignment.wrapText && { wrap: true }),
      ...(format !== undefined && !/^general$/i.test(format) && { format }),
      ...(borders && Object.keys(borders).length > 0 && { borders }),
    };
  });
}

type Scheme = readonly { readonly rgb?: string }[];

/** The library passes over them. Diagonals are left out. */
function bordersByNumber(stylesXml: string, scheme: Scheme): Borders[] {
  const [all = ""] = contents(stylesXml, "borders");
  return Array.from(contents(all, "border"), (border) =>
    Object.fromEntries(
      sides.flatMap((side): [string, Border][] => {
        const [{ style } = {}] = tags(border, side);
        const [inside = ""] = contents(border, side);
        const color = borderColor(inside, scheme);
        return isLine(style) ? [[side, { line: style, ...(color !== undefined && { color }) }]] : [];
      }),
    ),
  );
}

const isLine = (name: string | undefined): name is BorderLine => (borderLines as readonly (string | undefined)[]).includes(name);

function borderColor(xml: string, scheme: Scheme): string | undefined {
  const [{ rgb, theme, tint } = {}] = tags(xml, "color");
  return hexOf(
    {
      // Its first two digits are the alpha that no cell has.
      ...(rgb !== undefined && { rgb: rgb.slice(-6) }),
      ...(theme !== undefined && { theme: Number(theme) }),
      ...(tint !== undefined && { tint: Number(tint) }),
    },
    scheme,
  );
}

const isAcross = (name: string | undefined): name is NonNullable<CellLook["across"]> =>
  name === "left" || name === "center" || name === "right";
/** Below is where a file's cells stand anyway. */
const isDown = (name: string | undefined): name is NonNullable<CellLook["down"]> => name === "top" || name === "center";

function fontLook(font: Font, normal: Font, scheme: Scheme): CellLook {
  const [color, usual] = [hexOf(font.color, scheme), hexOf(normal.color, scheme)];
  return {
    // The library leaves its entities.
    ...(font.name !== undefined && font.name !== normal.name && { font: unescaped(font.name) }),
    ...(font.sz !== undefined && font.sz !== normal.sz && { size: font.sz }),
    ...(font.bold && { bold: true }),
    ...(font.italic && { italic: true }),
    ...(font.underline && { underline: true }),
    ...(font.strike && { strike: true }),
    ...(color !== undefined && color !== usual && { color }),
  };
}

/** "5C5C5C"; undefined for a colour that the library does not read. */
function hexOf(color: Color | undefined, scheme: Scheme): string | undefined {
  const plain = color?.theme === undefined ? color?.rgb : scheme[color.theme]?.rgb;
  if (plain === undefined || !/^[\da-f]{6}$/i.test(plain)) return undefined;
  return color?.theme === undefined ? plain.toUpperCase() : tinted(plain, color.tint ?? 0);
}

/** A theme's colour made darker (to −1) or lighter (to 1): its lightness, in the HSL of ECMA-376, part 1, 18.8.19. */
function tinted(hex: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [low, high] = [Math.min(r, g, b), Math.max(r, g, b)];
  const lightness = (low + high) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // Hue and saturation stay: each part keeps its place in a range that grows and shrinks with the room around lightness.
  const room = (at: number) => 1 - Math.abs(2 * at - 1);
  const scale = room(lightness) === 0 ? 0 : room(wanted) / room(lightness);
  const part = (value: number) => Math.round(255 * (wanted + (value - lightness) * scale));
  return [r, g, b]
    .map((value) => part(value).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
