/** The try-it page: a spreadsheet in the browser with every catalogued function, the task pane beside it, and a line that says why. */
import * as formulaEngine from "@univerjs/engine-formula";
import { DATA_VALIDATION_PLUGIN_NAME } from "@univerjs/preset-sheets-data-validation";
import { catalog, type Language } from "soundings";
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
import { templateRules, univerRules } from "./rules.js";
import { statusLine } from "./status.js";
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
  const sheets = templates.map((template) => ({ template, data: templateSheet(template, language) }));
  const rules = sheets.map(({ template, data }) => [template.id, univerRules(templateRules(template.allowed), data)] as const);
  engine.api.createWorkbook({
    id: "soundings",
    name: "Soundings",
    locale: localeOf[language],
    styles,
    sheetOrder: [...templates.map(({ id }) => id), "examples"],
    sheets: {
      ...Object.fromEntries(sheets.map(({ template, data }) => [template.id, data])),
      examples: examplesSheet("examples", language),
    },
    resources: [{ name: DATA_VALIDATION_PLUGIN_NAME, data: JSON.stringify(Object.fromEntries(rules)) }],
  });
  engine.functions.registerExecutors(...univerFunctions(formulaEngine, catalog, language, reasons));
  const [first] = templates;
  if (first) engine.api.getActiveWorkbook()?.getActiveSheet().getRange(first.firstAnswer).activate();
  fileButtons(engine, language, statusLine(engine, reasons, language));
  return engine;
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
    started.then((engine) => univerHost(engine, language)),
  );
  window.tryItSheet = (await started).api;
} catch (error) {
  byId("status").textContent = w.failed(String(error));
  throw error;
}
