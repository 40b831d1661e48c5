/**
 * Formulas as an .xlsx file stores them: what a user types as HPI(…) stands in the file as _xldudf_HPI(…), and a
 * prefixed SND.HPI(…) as _xldudf_SND_HPI(…). From what Microsoft's engineers wrote of such files; not seen in Excel here.
 */
import { catalog } from "soundings";

const names = new Set(catalog.map(({ id }) => id));
const storedPrefix = "_xldudf_";

/** "=ROUND(HPI(A1:A3,B1:B3),1)" → "ROUND(_xldudf_HPI(A1:A3,B1:B3),1)", in any case; texts in quotes stay as they are. */
export function storedFormula(typed: string): string {
  return outsideQuotes(typed.replace(/^=/, ""), (text) =>
    text.replace(/[A-Z_][A-Z0-9_.]*(?=\s*\()/gi, (name) =>
      names.has(name.toUpperCase()) ? storedPrefix + name.toUpperCase() : name,
    ),
  );
}

/** The way back: what a user would type. */
export function typedFormula(stored: string): string {
  return `=${outsideQuotes(stored, (text) => text.replaceAll(storedPrefix, ""))}`;
}

function outsideQuotes(formula: string, change: (text: string) => string): string {
  const isQuoted = (i: number) => i % 2 === 1;
  return formula
    .split('"')
    .map((text, i) => (isQuoted(i) ? text : change(text)))
    .join('"');
}
