/** How large a sheet is made: with room beyond the filled cells for the reader to write in, and for formulas to spill. */

const spare = { rows: 200, columns: 26 } as const;

export function sizeFor(filled: { readonly rows: number; readonly columns: number }): { rowCount: number; columnCount: number } {
  return { rowCount: filled.rows + spare.rows, columnCount: filled.columns + spare.columns };
}
