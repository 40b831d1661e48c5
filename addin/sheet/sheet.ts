/** The try-it page: a spreadsheet in the browser with every catalogued function, the task pane beside it, and why a cell shows an error. */
import * as formulaEngine from "@univerjs/engine-formula";
import { catalog, findDefinition, type Language } from "soundings";
import { byId } from "../taskpane/dom.js";
import { templates } from "../templates/templates.js";
import { univerFunctions } from "../univer.js";
import { type Engine, localeOf, startEngine } from "./engine.js";
import { examplesSheet } from "./examples.js";
import { fileButtons } from "./file-buttons.js";
import { templateSheet } from "./grid.js";
import { functionHelp } from "./help.js";
import { paneFrame } from "./pane-frame.js";
import { ErrorReasons } from "./reasons.js";
import { styles } from "./styles.js";
import { univerHost } from "./univer-host.js";
import { words } from "./words.js";

const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
const language: Language = /^zh/i.test(asked) ? "zh" : "en";
const w = words[language];

function showWords(): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = w.title;
  byId("title").textContent = w.title;
  byId("about").textContent = w.about;
  byId("back").textContent = `‹ ${w.back}`;
  byId("help").textContent = w.help;
  byId("help").setAttribute("href", `../taskpane.html?lang=${language}`);
  byId("sheet").setAttribute("aria-label", w.sheet);
  byId("status").textContent = w.statusHint;
  for (const link of byId("languages").querySelectorAll("a")) {
    if (link.lang === document.documentElement.lang) link.setAttribute("aria-current", "true");
  }
}

async function startSheet(): Promise<Engine> {
  const help = catalog.map((definition) => functionHelp(definition, language));
  const engine = await startEngine(byId("sheet"), language, help);
  const reasons = new ErrorReasons();
  engine.api.getFormula().calculationStart(() => reasons.nextRun());
  engine.api.createWorkbook({
    id: "soundings",
    name: "Soundings",
    locale: localeOf[language],
    styles,
    sheetOrder: [...templates.map(({ id }) => id), "examples"],
    sheets: {
      ...Object.fromEntries(templates.map((template) => [template.id, templateSheet(template, language)])),
      examples: examplesSheet("examples", language),
    },
  });
  engine.functions.registerExecutors(...univerFunctions(formulaEngine, catalog, language, reasons));
  const [first] = templates;
  if (first) engine.api.getActiveWorkbook()?.getActiveSheet().getRange(first.firstAnswer).activate();
  tellSelected(engine, reasons);
  fileButtons(engine.api, language, (message) => {
    byId("status").textContent = message;
  });
  return engine;
}

/** The line below the sheet follows the selection and the calculation. */
function tellSelected({ api }: Engine, reasons: ErrorReasons): void {
  const tell = () => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    const cell = sheet?.getSelection()?.getCurrentCell();
    if (!sheet || !cell) return;
    const place = { sheet: sheet.getSheetId(), row: cell.actualRow, column: cell.actualColumn };
    const range = sheet.getRange(place.row, place.column);
    const said = describe(range.getFormula(), range.getValue(), reasons.of(place));
    byId("status").textContent = `${range.getA1Notation()}: ${said}`;
  };
  api.addEvent(api.Event.SelectionChanged, tell);
  api.addEvent(api.Event.SelectionMoveEnd, tell);
  api.getFormula().calculationResultApplied(tell);
}

function describe(formula: string, value: unknown, reason: string | undefined): string {
  const isError = typeof value === "string" && formulaEngine.ERROR_TYPE_SET.has(value as formulaEngine.ErrorType);
  if (isError && reason !== undefined) return `${value} ${reason}`;
  const definition = findDefinition(/^=([A-Z][A-Z0-9_.]+)\(/i.exec(formula)?.[1]?.toUpperCase() ?? "");
  return definition ? `${definition.id}: ${definition.summary[language]}` : w.statusHint;
}

declare global {
  interface Window {
    /** The sheet's programming interface, for the console and for tests. */
    tryItSheet?: Engine["api"];
  }
}

showWords();
try {
  const started = startSheet();
  paneFrame(
    language,
    started.then(({ api }) => univerHost(api, language)),
  );
  window.tryItSheet = (await started).api;
} catch (error) {
  byId("status").textContent = w.failed(String(error));
  throw error;
}
