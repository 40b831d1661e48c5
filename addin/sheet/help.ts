/** The catalogue as the sheet's own function help: list, signature, arguments. */
import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import type { Definition, Language } from "soundings";

export function functionHelp(definition: Definition, language: Language): IFunctionInfo {
  const summary = definition.summary[language];
  return {
    functionName: definition.id,
    functionType: FunctionType.User,
    description: `${summary} ${definition.formula[language]}`,
    abstract: summary,
    functionParameter: definition.params.map((p) => ({
      name: p.name,
      detail: `${p.label[language]}: ${p.help[language]}`,
      example: "",
      require: p.presence === "required" ? 1 : 0,
      repeat: 0,
    })),
  };
}
