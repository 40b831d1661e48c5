/** Rules for cells ⇄ the dataValidations of a sheet's part of an .xlsx file, which the file library neither writes nor reads. */
import { elements, unescaped } from "../import/xml.js";
import { type CellRule, ruleOperators, ruleStyles, ruleTypes } from "./rule.js";
import { escaped } from "./style-table.js";

/** A sheet's part with the rules in their place: behind cells and merged cells, before everything else. */
export function withRules(xml: string, rules: readonly CellRule[]): string {
  if (rules.length === 0) return xml;
  const list = `<dataValidations count="${rules.length}">${rules.map(ruleXml).join("")}</dataValidations>`;
  const before = Math.max(...["</sheetData>", "<sheetData/>", "</mergeCells>"].map((end) => endOf(xml, end)));
  return xml.slice(0, before) + list + xml.slice(before);
}

function endOf(xml: string, tag: string): number {
  const at = xml.lastIndexOf(tag);
  return at < 0 ? -1 : at + tag.length;
}

function ruleXml({ ranges, type, operator, formula1, formula2, allowBlank, otherwise, error }: CellRule): string {
  const attributes = {
    type,
    ...(operator && operator !== "between" && { operator }),
    ...(allowBlank && { allowBlank: "1" }),
    ...(otherwise && { showErrorMessage: "1" }),
    ...(otherwise && otherwise !== "stop" && { errorStyle: otherwise }),
    ...(error && { error }),
    sqref: ranges.join(" "),
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const second = formula2 === undefined ? "" : `<formula2>${escaped(formula2)}</formula2>`;
  return `<dataValidation${written.join("")}><formula1>${escaped(formula1)}</formula1>${second}</dataValidation>`;
}

/** Those of a sheet's part, also of its extension for rules that refer to other sheets. Times are left out. */
export function rulesIn(xml: string): CellRule[] {
  return Array.from(elements(xml, "dataValidation")).flatMap(({ attributes, inside }): CellRule[] => {
    const type = ruleTypes.find((name) => name === attributes.type);
    const ranges = (attributes.sqref ?? text(inside, "sqref") ?? "").split(/\s+/).filter(Boolean);
    const formula1 = text(inside, "formula1");
    if (type === undefined || ranges.length === 0 || formula1 === undefined) return [];
    const isTold = isTrue(attributes.showErrorMessage);
    return [
      {
        ranges,
        type,
        operator: ruleOperators.find((name) => name === attributes.operator),
        formula1,
        formula2: text(inside, "formula2"),
        allowBlank: isTrue(attributes.allowBlank),
        otherwise: isTold ? (ruleStyles.find((name) => name === attributes.errorStyle) ?? "stop") : undefined,
        error: attributes.error,
      },
    ];
  });
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

/** What stands in an element, without the tags that an extension puts around it. */
function text(xml: string, name: string): string | undefined {
  for (const { inside } of elements(xml, name)) return unescaped(inside.replace(/<[^>]*>/g, ""));
  return undefined;
}
