/** What may be typed into cells, as an .xlsx file says it. */

export const ruleTypes = ["whole", "decimal", "list", "date", "textLength", "custom"] as const;
export const ruleOperators = [
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
] as const;
export const ruleStyles = ["stop", "warning", "information"] as const;

export interface CellRule {
  /** "B6:B20" */
  readonly ranges: readonly string[];
  readonly type: (typeof ruleTypes)[number];
  /** Of numbers, dates and lengths; "between" where it is absent. */
  readonly operator?: (typeof ruleOperators)[number] | undefined;
  /** As a formula without its "=": 0, "TRUE,FALSE" in quotes, $H$1:$H$4. */
  readonly formula1: string;
  readonly formula2?: string | undefined;
  readonly allowBlank: boolean;
  /** What happens to something else: it is refused, or asked about, or remarked upon; nothing where it is absent. */
  readonly otherwise?: (typeof ruleStyles)[number] | undefined;
  /** Said of something else, in place of the workbook's own words. */
  readonly error?: string | undefined;
}

/** Yes and no, whose list a sheet may show as a box to tick. */
export const yesOrNo = '"TRUE,FALSE"';
