/**
 * What may be typed where in the try-it sheet: the rules of templates and of files as Univer has them, and back. A list of
 * TRUE and FALSE is a box to tick here: Univer takes a yes for the number 1, which no list has.
 */
import {
  DataValidationErrorStyle,
  type DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  generateRandomId,
  type IDataValidationRule,
  type IRange,
  isFormulaString,
  numfmt,
} from "@univerjs/core";
import { deserializeRangeWithSheet, serializeRange } from "@univerjs/engine-formula";
import type { Allowed } from "../templates/template.js";
import { type CellRule, ruleOperators, ruleTypes, yesOrNo } from "../workbook/rule.js";

const allowed: Readonly<Record<Allowed["kind"], Pick<CellRule, "type" | "operator" | "formula1" | "formula2">>> = {
  "above-0": { type: "decimal", operator: "greaterThan", formula1: "0" },
  "at-least-0": { type: "decimal", operator: "greaterThanOrEqual", formula1: "0" },
  rate: { type: "decimal", operator: "between", formula1: "-1", formula2: "1" },
  "yes-no": { type: "list", formula1: yesOrNo },
};

/** A template's rules refuse everything else, as in Excel. */
export function templateRules(all: readonly Allowed[]): CellRule[] {
  return all.map(({ range, kind }) => ({ ...allowed[kind], ranges: [range], allowBlank: true, otherwise: "stop" }));
}

export interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

const asItIs = (formula: string) => formula;

/**
 * Rules inside a sheet of this size; those that are all beyond it are left out.
 * @param typed a formula as a cell shows it
 */
export function univerRules(rules: readonly CellRule[], size: Size, typed = asItIs): IDataValidationRule[] {
  return rules.flatMap((rule) => univerRule(rule, size, typed) ?? []);
}

function univerRule(rule: CellRule, size: Size, typed: (formula: string) => string): IDataValidationRule | undefined {
  const ranges = rule.ranges.flatMap((range) => inside(deserializeRangeWithSheet(range).range, size) ?? []);
  if (ranges.length === 0) return undefined;
  const { allowBlank, otherwise, error } = rule;
  return {
    uid: generateRandomId(),
    ranges,
    ...contentOf(rule, (formula) => `=${typed(formula).replace(/^=/, "")}`),
    ...(rule.operator && { operator: rule.operator as DataValidationOperator }),
    allowBlank,
    showErrorMessage: otherwise !== undefined,
    errorStyle: errorStyles.find(([, name]) => name === otherwise)?.[0] ?? DataValidationErrorStyle.WARNING,
    ...(error && { error }),
  };
}

const errorStyles = [
  [DataValidationErrorStyle.STOP, "stop"],
  [DataValidationErrorStyle.WARNING, "warning"],
  [DataValidationErrorStyle.INFO, "information"],
] as const;

function contentOf(
  { type, formula1, formula2 }: CellRule,
  asFormula: (formula: string) => string,
): Pick<IDataValidationRule, "type" | "formula1" | "formula2" | "renderMode" | "showDropDown"> {
  if (type === "list") {
    if (isYesOrNo(formula1)) return { type: DataValidationType.CHECKBOX, formula1: "TRUE", formula2: "FALSE" };
    const listed = /^"(.*)"$/s.exec(formula1)?.[1]?.replaceAll('""', '"');
    // As Excel shows a list: the value as it is, with an arrow.
    return { type, formula1: listed ?? asFormula(formula1), renderMode: DataValidationRenderMode.ARROW, showDropDown: true };
  }
  const value = (formula: string) => (type !== "custom" && isNumber(formula) ? formula : asFormula(formula));
  return { type, formula1: value(formula1), ...(formula2 !== undefined && { formula2: value(formula2) }) };
}

const isYesOrNo = (formula: string) => /^"\s*(true\s*,\s*false|false\s*,\s*true)\s*"$/i.test(formula);
const isNumber = (formula: string) => formula.trim() !== "" && Number.isFinite(Number(formula));

/** Whole columns and rows have no number at their ends. */
function inside({ startRow, endRow, startColumn, endColumn }: IRange, { rowCount, columnCount }: Size): IRange | undefined {
  const range = {
    startRow: Number.isNaN(startRow) ? 0 : startRow,
    endRow: Math.min(Number.isNaN(endRow) ? rowCount : endRow, rowCount - 1),
    startColumn: Number.isNaN(startColumn) ? 0 : startColumn,
    endColumn: Math.min(Number.isNaN(endColumn) ? columnCount : endColumn, columnCount - 1),
  };
  return range.startRow <= range.endRow && range.startColumn <= range.endColumn ? range : undefined;
}

/** Excel takes a file with a longer list for a broken one. */
const longestList = 255;

/** A rule as a file has it; undefined for one that no file can have. `stored`: a formula as a file spells it. */
export function cellRule(rule: IDataValidationRule, stored: (formula: string) => string): CellRule | undefined {
  const content = fileContentOf(rule, stored);
  if (content === undefined) return undefined;
  const { ranges, operator, allowBlank, showErrorMessage, errorStyle, error } = rule;
  return {
    ...content,
    ranges: (ranges as IRange[]).map(serializeRange),
    operator: ruleOperators.find((name) => name === operator),
    // Where Univer is not told, it lets blanks in, and lets through with a mark whatever else it is not told to refuse.
    allowBlank: allowBlank ?? true,
    otherwise: showErrorMessage === false ? undefined : (errorStyles.find(([style]) => style === errorStyle)?.[1] ?? "warning"),
    error,
  };
}

function fileContentOf(
  { type, formula1 = "", formula2 }: IDataValidationRule,
  stored: (formula: string) => string,
): Pick<CellRule, "type" | "formula1" | "formula2"> | undefined {
  if (type === DataValidationType.CHECKBOX) return { type: "list", formula1: yesOrNo };
  if (type === DataValidationType.LIST || type === DataValidationType.LIST_MULTIPLE) {
    if (isFormulaString(formula1)) return { type: "list", formula1: stored(formula1) };
    return formula1.length > longestList ? undefined : { type: "list", formula1: `"${formula1.replaceAll('"', '""')}"` };
  }
  const known = ruleTypes.find((name) => name === type);
  if (known === undefined) return undefined;
  const value = (formula: string) => {
    if (isFormulaString(formula)) return stored(formula);
    return known === "date" && !isNumber(formula) ? String(numfmt.parseDate(formula)?.v ?? 0) : formula;
  };
  return { type: known, formula1: value(formula1), ...(formula2 ? { formula2: value(formula2) } : {}) };
}
