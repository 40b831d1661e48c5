/**
 * The groups of a table's rows. Merged cells leave a name in the first row of its group and blanks below: they are filled
 * down where that is the only reading, and READ_AS says how many. Here: names of groups. Not here: other names (values.ts).
 */
import type { InputError } from "../errors.js";
import { cellError, columnsFor, type Table, type TableColumn } from "./table.js";
import { names } from "./values.js";
import type { Meaning } from "./vocabulary.js";

export interface Filled {
  /** One per data row; "" from `gap` on. */
  readonly names: readonly string[];
  /** Blanks that have the name above them. */
  readonly filled: number;
  /** The first data row whose name cannot be known. */
  readonly gap?: number;
}

/** Other columns are as they stand: nobody merges the cells of winners. */
const mergedMeanings: readonly (Meaning | undefined)[] = ["city", "district", "round"];

/**
 * Names with the blanks of merged cells filled down. What speaks against merged cells: a name that stands in two rows of
 * the column (each would be written once), a blank in the first row or below a total, a blank district where a city begins.
 */
export function filledDown(table: Table, column: TableColumn): Filled {
  const own = names(table, column);
  const firstBlank = own.indexOf("");
  if (firstBlank < 0) return { names: own, filled: 0 };
  const [city] = column.read?.meaning === "district" ? columnsFor(table, "city") : [];
  const cities = city && names(table, city);
  const scope = city ? filledDown(table, city).names : [];
  const isMerged = mergedMeanings.includes(column.read?.meaning) && !isRepeated(own, scope);
  const totals = table.leftOut.filter(({ why }) => why === "total" || why === "sum").map(({ at }) => at);
  const result: string[] = [];
  for (const [i, name] of own.entries()) {
    const above = result[i - 1] ?? "";
    const belowTotal = totals.some((at) => at > (table.rows[i - 1] ?? 0) && at < (table.rows[i] ?? 0));
    const isGap = !isMerged || above === "" || belowTotal || (cities?.[i] ?? "") !== "";
    if (name === "" && isGap) return { names: result, filled: 0, gap: i };
    result.push(name === "" ? above : name);
  }
  return { names: result, filled: own.filter((name) => name === "").length };
}

function isRepeated(own: readonly string[], scope: readonly string[]): boolean {
  const seen = new Set<string>();
  return own.some((name, i) => {
    const key = `${scope[i] ?? ""}|${name}`;
    if (name === "" || !seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  });
}

/** Rows by the text in a column, in the order of their first appearance. @throws InputError "missing-argument" for a blank */
export function groupsBy(table: Table, column: TableColumn): Map<string, number[]> {
  const { names: filled, gap } = filledDown(table, column);
  if (gap !== undefined) throw noGroup(table, column, table.rows[gap] ?? 0);
  const groups = new Map<string, number[]>();
  for (const [i, name] of filled.entries()) {
    const members = groups.get(name);
    if (members) members.push(i);
    else groups.set(name, [i]);
  }
  return groups;
}

function noGroup(table: Table, column: TableColumn, row: number): InputError {
  return cellError(table, column, row, "missing-argument", {
    seen: { en: "is blank", zh: "为空" },
    wanted: { en: "a name in every row (fill merged cells down)", zh: "每行都有名称（合并单元格请先向下填充）" },
  });
}
