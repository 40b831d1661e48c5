/**
 * The script that Excel runs: every catalogued function under its id, and our errors as Excel's.
 * Here: the one place that knows Excel's CustomFunctions. Not here: what cells mean (cells.ts), arithmetic (core).
 */
import { catalog, type Language } from "soundings";
import { mayCarryCard } from "./cards-setting.js";
import { type Cell, CellError, type Cells, cellFunction, toArguments } from "./cells.js";
import { headingCard, readsBlock, valueCard } from "./value-card.js";
import type { Wordless } from "./wordless.js";

/** Excel can show these as a result (its other errors only come in). */
const outgoing = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#NUM!": "invalidNumber",
  "#DIV/0!": "divisionByZero",
  "#NULL!": "nullReference",
} as const satisfies Partial<Record<CellError["code"], keyof typeof CustomFunctions.ErrorCode>>;

function isOutgoing(code: CellError["code"]): code is keyof typeof outgoing {
  return code in outgoing;
}

function excelError({ code, message }: CellError): CustomFunctions.Error {
  if (!isOutgoing(code)) return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
  const excelCode = CustomFunctions.ErrorCode[outgoing[code]];
  // Excel takes a text with these two only.
  return code === "#VALUE!" || code === "#N/A"
    ? new CustomFunctions.Error(excelCode, message)
    : new CustomFunctions.Error(excelCode);
}

function excelCell(cell: Cell): Exclude<Cell, CellError> | CustomFunctions.Error {
  return cell instanceof CellError ? excelError(cell) : cell;
}

/** Asked at each call: Office knows it only once it is ready, and functions are associated before that. */
function displayLanguage(): Language {
  const locale = typeof Office === "undefined" ? undefined : Office.context?.displayLanguage;
  return locale?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The answer as Excel takes it: a scalar with its card, or a spill whose first heading has it, where cards are wanted. */
function excelCells(definition: Wordless, cells: readonly unknown[], answer: Cells, language: Language): unknown {
  const carriesCard = mayCarryCard();
  if (typeof answer !== "object") {
    return carriesCard ? valueCard(definition, toArguments(definition, cells), answer, language) : answer;
  }
  const rows: unknown[][] = answer.map((row) => row.map(excelCell));
  const [headings] = rows;
  if (carriesCard && headings !== undefined && readsBlock(definition)) {
    headings[0] = headingCard(definition, toArguments(definition, cells), String(headings[0]), language);
  }
  return rows;
}

function associate(): void {
  // The build leaves the words for people out of this script.
  const definitions: readonly Wordless[] = catalog;
  for (const definition of definitions) {
    const inLanguage = { en: cellFunction(definition, { language: "en" }), zh: cellFunction(definition, { language: "zh" }) };
    CustomFunctions.associate(definition.id, (...cells: unknown[]) => {
      const language = displayLanguage();
      try {
        return excelCells(definition, cells, inLanguage[language](...cells), language);
      } catch (error) {
        // Anything else is a bug, and Excel's runtime logs it.
        throw error instanceof CellError ? excelError(error) : error;
      }
    });
  }
}

// The task pane loads this script too, and opens in browsers where there is no Office.js.
if (typeof CustomFunctions !== "undefined") associate();
