/** How a cell looks, in no host's own terms. What is absent is as the workbook has it anyway. */
export interface CellLook {
  readonly font?: string;
  /** pt */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Of the text: "5C5C5C". */
  readonly color?: string;
  /** Behind it. */
  readonly fill?: string;
  readonly across?: "left" | "center" | "right";
  readonly down?: "top" | "center" | "bottom";
  readonly wrap?: true;
  /** Of numbers: "0.0%"; absent for the general one. */
  readonly format?: string;
  readonly borders?: Borders;
}

/** In the order of the file format's schema. */
export const sides = ["left", "right", "top", "bottom"] as const;

export type Borders = { readonly [Side in (typeof sides)[number]]?: Border };

export interface Border {
  readonly line: BorderLine;
  /** "5C5C5C"; absent for that of the text. */
  readonly color?: string;
}

/** As files call them. */
export const borderLines = [
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
] as const;

export type BorderLine = (typeof borderLines)[number];

/** A digit of Excel's own font, in which a file measures columns. */
export const pixelsPerDigit = 7;
/** Files measure rows in points, and Excel's interface columns too. */
export const pointsPerPixel = 0.75;
