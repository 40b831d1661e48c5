/** Excel as the pane's host: its answers to what the pane asks. Loaded in Excel only; what adds sheets, when it does. */
import { reasonOf } from "../reason.js";
import { excelBook } from "./excel-book.js";
import { excelCards } from "./excel-cards.js";
import { openPage } from "./excel-dialog.js";
import { read, selectedCell, selectedRange } from "./excel-range.js";
import type { Host, Insertion } from "./host.js";

export function excelHost(): Host {
  const { displayLanguage, officeTheme: theme } = Office.context;
  return {
    place: "Excel",
    displayLanguage,
    theme,
    insert,
    selectedCell,
    selectedRange,
    read,
    insertTemplate: async (template, language) => (await import("./excel-template.js")).insertTemplate(template, language),
    insertBlock: async (block) => (await import("./excel-import.js")).insertBlock(block),
    openPage,
    onSelection,
    onCalculation,
    book: excelBook(),
    cards: excelCards(),
  };
}

/** Writes into the selected cell if it is empty: nothing of the user's is overwritten. */
async function insert(formula: string): Promise<Insertion> {
  try {
    return await Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load(["address", "formulas"]);
      await context.sync();
      if (cell.formulas[0]?.[0] !== "") return { kind: "occupied", address: cell.address };
      cell.formulas = [[formula]];
      await context.sync();
      return { kind: "inserted", address: cell.address };
    });
  } catch (error) {
    return { kind: "refused", reason: reasonOf(error) };
  }
}

async function onSelection(changed: () => void): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(async () => changed());
    await context.sync();
  });
}

/** An Excel before 2019 does not tell: there an explanation is renewed by the next selection. */
async function onCalculation(calculated: () => void): Promise<void> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.8")) return;
  await Excel.run(async (context) => {
    context.workbook.worksheets.onCalculated.add(async () => calculated());
    await context.sync();
  });
}
