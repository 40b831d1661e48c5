/** Starts Univer, the spreadsheet engine of this page. Here: its plugins and languages. Not here: our functions or cells. */
import { type ILocales, IUndoRedoService, LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, GlobalComputingStatusService, type IFunctionInfo, IFunctionService } from "@univerjs/engine-formula";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { SheetDataValidationModel, UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import { defaultTheme } from "@univerjs/themes";
import type { Language } from "soundings";

export const localeOf = { en: LocaleType.EN_US, zh: LocaleType.ZH_CN } as const satisfies Record<Language, LocaleType>;

export interface Engine {
  readonly api: FUniver;
  readonly functions: IFunctionService;
  /** Formulas, and what they spill. */
  readonly formulas: FormulaDataModel;
  readonly computing: GlobalComputingStatusService;
  readonly undoing: IUndoRedoService;
  readonly rules: SheetDataValidationModel;
}

/**
 * An empty spreadsheet in `container`: fill it with `api.createWorkbook`, then register its own functions, whose help
 * is given here. None of these plugins asks for a server.
 */
export async function startEngine(container: HTMLElement, language: Language, help: IFunctionInfo[]): Promise<Engine> {
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: matchMedia("(prefers-color-scheme: dark)").matches,
    locale: localeOf[language],
    locales: await localeTexts(language),
    logLevel: LogLevel.WARN,
  });
  const core = UniverSheetsCorePreset({ container, ribbonType: "simple", formula: { description: help } });
  for (const plugin of [...core.plugins, ...UniverSheetsDataValidationPreset().plugins]) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  return {
    api,
    get functions() {
      return univer.__getInjector().get(IFunctionService);
    },
    get formulas() {
      return univer.__getInjector().get(FormulaDataModel);
    },
    get computing() {
      return univer.__getInjector().get(GlobalComputingStatusService);
    },
    get undoing() {
      return univer.__getInjector().get(IUndoRedoService);
    },
    get rules() {
      return univer.__getInjector().get(SheetDataValidationModel);
    },
  };
}

/** Each language's texts are a file of their own (300 kB), of which one is loaded. */
async function localeTexts(language: Language): Promise<ILocales> {
  const [texts, validation] =
    language === "zh"
      ? await Promise.all([
          import("@univerjs/preset-sheets-core/locales/zh-CN"),
          import("@univerjs/preset-sheets-data-validation/locales/zh-CN"),
        ])
      : await Promise.all([
          import("@univerjs/preset-sheets-core/locales/en-US"),
          import("@univerjs/preset-sheets-data-validation/locales/en-US"),
        ]);
  return { [localeOf[language]]: mergeLocales(texts.default, validation.default) };
}
