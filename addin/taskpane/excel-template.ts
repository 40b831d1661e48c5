/** A template as a new sheet of the open workbook: cells, widths, validation, chart. One undo where Excel can merge it. */
import type { Language } from "soundings";
import { freeName } from "../sheet-name.js";
import type { Allowed, StyleName, Template, TemplateCell, TemplateChart } from "../templates/template.js";
import { pointsPerPixel } from "../workbook/look.js";
import { asOneUndo } from "./one-undo.js";

const chartSize = { width: 380, height: 230 } as const;
const inputFill = "#fffbe6";

interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly color?: string;
  readonly fill?: string;
  readonly format?: string;
}

const looks: Readonly<Record<StyleName, Look>> = {
  title: { bold: true },
  text: {},
  quiet: { color: "#5c5c5c" },
  heading: { bold: true, fill: "#e5f1f8" },
  sample: { italic: true, color: "#5c5c5c" },
  money: { fill: inputFill, format: "0.00" },
  percent: { fill: inputFill, format: "0.00%" },
  flag: { fill: inputFill },
  input: { fill: inputFill },
  total: { bold: true, format: "0.00" },
  label: {},
  points: { bold: true, format: "0.0" },
  answer: { bold: true },
  share: { bold: true, format: "0.00%" },
  amount: { format: "0.00" },
  formula: { color: "#5c5c5c" },
};

/** Adds the sheet, shows it and returns its name. Nothing of the workbook is changed. */
export function insertTemplate(template: Template, language: Language): Promise<string> {
  return asOneUndo(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    await context.sync();
    const name = freeName(
      template.name[language],
      sheets.items.map((sheet) => sheet.name),
    );
    const sheet = sheets.add(name);
    for (const cell of template.cells(language)) putCell(sheet, cell);
    for (const [column, width] of template.widths.entries()) {
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * pointsPerPixel;
    }
    for (const allowed of template.allowed) restrict(sheet, allowed);
    addChart(sheet, template.chart, language);
    sheet.activate();
    sheet.getRange(template.firstAnswer).select();
    await context.sync();
    return name;
  });
}

function putCell(sheet: Excel.Worksheet, { row, column, content, isFormula, style }: TemplateCell): void {
  const range = sheet.getRangeByIndexes(row, column, 1, 1);
  const { bold, italic, color, fill, format } = looks[style];
  // A text that looks like a formula, a date or a number stays a text.
  if (typeof content === "string" && !isFormula) range.numberFormat = [["@"]];
  else if (format) range.numberFormat = [[format]];
  if (content !== undefined) {
    if (isFormula) range.formulas = [[content]];
    else range.values = [[content]];
  }
  if (bold) range.format.font.bold = true;
  if (italic) range.format.font.italic = true;
  if (color) range.format.font.color = color;
  if (fill) range.format.fill.color = fill;
}

function restrict(sheet: Excel.Worksheet, { range, kind }: Allowed): void {
  sheet.getRange(range).dataValidation.rule = rules[kind];
}

const rules: Readonly<Record<Allowed["kind"], Excel.DataValidationRule>> = {
  "above-0": { decimal: { formula1: 0, operator: "GreaterThan" } },
  "at-least-0": { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
  rate: { decimal: { formula1: -1, formula2: 1, operator: "Between" } },
  "yes-no": { list: { inCellDropDown: true, source: "TRUE,FALSE" } },
};

function addChart(sheet: Excel.Worksheet, { kind, title, range, at }: TemplateChart, language: Language): void {
  const chart = sheet.charts.add(kind === "line" ? "LineMarkers" : "ColumnClustered", sheet.getRange(range), "Auto");
  chart.title.text = title[language];
  chart.legend.visible = false;
  chart.setPosition(at);
  chart.width = chartSize.width;
  chart.height = chartSize.height;
}
