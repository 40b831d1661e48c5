/**
 * How wide text is at most, without a browser: advance widths of Helvetica, which Arial and Liberation Sans share, and a
 * tenth more, because where neither is installed the Latin letters come from a wider font (Noto Sans CJK).
 */
import { textColumns } from "./words.js";

/** Thousandths of the font size, for the characters from space to ~ (Adobe's Helvetica metrics). */
const advances = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
  722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
  500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const firstAdvance = 32;
const unlistedAdvance = 556;
const wideAdvance = 1000;
const slack = 1.1;

/** Quotation marks, dashes and dots that Chinese fonts draw one em wide. */
const wideSigns = /[\u2014\u2018\u2019\u201c\u201d\u2026]/;

/** Width of one line of text in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) {
    const narrow = (advances[(character.codePointAt(0) ?? 0) - firstAdvance] ?? unlistedAdvance) * slack;
    thousandths += textColumns(character) === 2 || wideSigns.test(character) ? wideAdvance : narrow;
  }
  return (thousandths * fontSize) / 1000;
}

/**
 * `text` in lines, broken at spaces and between Chinese characters, as late as may be.
 * @param fits whether the next piece has room at the end of a line
 */
export function breakLines(text: string, fits: (line: string, piece: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line !== "" && !fits(line, piece)) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}

/** `text` in lines of at most `width` pixels. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  return breakLines(text, (line, piece) => textWidth((line + piece).trimEnd(), fontSize) <= width);
}
