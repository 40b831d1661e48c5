/** danfo data frames and series as tables. danfo itself is not imported: a frame is known by its shape. */
import { type Displayable, type MimeBundle, shows } from "./bundle.js";
import { gridBundle } from "./grid.js";
import { type Column, type TableOptions, tableGrid } from "./table.js";

/** What is read of a danfo DataFrame or Series. */
export interface FrameLike {
  readonly columns: string[];
  readonly index: (string | number)[];
  readonly values: unknown;
  readonly $isSeries: boolean;
}

type FrameRow = Record<string, unknown>;

export type FrameOptions = TableOptions<FrameRow>;

/** Whether `value` is a danfo DataFrame or Series. */
export function isFrame(value: unknown): value is FrameLike {
  if (typeof value !== "object" || value === null) return false;
  const { columns, index, values, $isSeries } = value as Partial<FrameLike>;
  return typeof $isSeries === "boolean" && Array.isArray(columns) && Array.isArray(index) && Array.isArray(values);
}

const indexKey = "";

/** danfo writes a missing number as NaN. */
function missingAsNull(value: unknown): unknown {
  return typeof value === "number" && Number.isNaN(value) ? null : value;
}

/** Row numbers from 0 say nothing; any other index is shown as the first column. */
function hasOwnIndex({ index }: FrameLike): boolean {
  return index.some((label, at) => label !== at);
}

function rowsOf(frame: FrameLike): FrameRow[] {
  const own = hasOwnIndex(frame);
  return (frame.values as unknown[]).map((line, at) => {
    const cells = frame.$isSeries ? [line] : (line as unknown[]);
    const fields = frame.columns.map((column, position) => [column, missingAsNull(cells[position])]);
    return Object.fromEntries(own ? [[indexKey, String(frame.index[at])], ...fields] : fields);
  });
}

function columnsOf(frame: FrameLike): Column<FrameRow>[] {
  return [...(hasOwnIndex(frame) ? [indexKey] : []), ...frame.columns].map((key) => ({ key }));
}

/** A data frame or series as a table, with the options of table(). */
export function frame(data: FrameLike, options: FrameOptions = {}): Displayable {
  return shows(frameBundle(data, options));
}

/** The bundle of a data frame or series, for the kernel. */
export function frameBundle(data: FrameLike, options: FrameOptions = {}): MimeBundle {
  return gridBundle(tableGrid(rowsOf(data), { columns: columnsOf(data), ...options }));
}
