/** Everything the catalogue says about one function, as a page. The words are the definition's; no arithmetic here. */
import {
  citation,
  type Definition,
  type Example,
  errataTouching,
  type Field,
  type Language,
  type Parameter,
  type Unit,
  units,
} from "soundings";
import { cellExamples } from "../examples.js";
import { formulaOf } from "../formula.js";
import { answerView } from "./answer.js";
import { calculatorView } from "./calculator.js";
import { el } from "./dom.js";
import { erratumView } from "./erratum-view.js";
import type { FunctionViewOptions } from "./function-options.js";
import { errorReasons } from "./refusals.js";
import { asTyped } from "./typed.js";
import { words } from "./words.js";

export function functionView(definition: Definition, options: FunctionViewOptions): DocumentFragment {
  const { language } = options;
  const w = words[language];
  const page = document.createDocumentFragment();
  page.append(
    el("h2", { id: "function-name", tabindex: "-1" }, el("code", {}, definition.id)),
    el("p", { class: "lead" }, definition.summary[language]),
    el("p", { class: "call" }, el("code", {}, options.spelt(signature(definition)))),
    // First what people came for; the rest is to look things up in.
    section(w.tryIt, calculatorView(definition, options)),
    section(w.formula, el("p", { class: "formula" }, definition.formula[language])),
    section(w.arguments, parameterList(definition.params, language)),
    section(w.returns, ...returnsView(definition, language)),
    section(
      w.examples,
      el("ul", { class: "examples" }, ...cellExamples(definition).map((e) => exampleView(definition, e, options))),
    ),
    section(w.notes, el("ul", {}, ...definition.notes.map((note) => el("li", {}, note[language])))),
    section(w.errata, el("ul", {}, ...errataTouching(definition.id).map((e) => erratumView(e, language)))),
    section(w.errors, errorList(definition, language)),
    section(w.source, el("p", {}, citation(definition)[language])),
  );
  return page;
}

function section(title: string, ...content: HTMLElement[]): HTMLElement {
  const isEmpty = content.every((element) => element.childNodes.length === 0);
  return el("section", isEmpty ? { hidden: true } : {}, el("h3", {}, title), ...content);
}

/** "HPI(start, deal, [cut], [backstop], [mode])" */
function signature({ id, params }: Definition): string {
  return `=${id}(${params.map((p) => (p.presence === "required" ? p.name : `[${p.name}]`)).join(", ")})`;
}

function parameterList(params: readonly Parameter[], language: Language): HTMLElement {
  return el(
    "dl",
    { class: "fields" },
    ...params.flatMap((p) => [
      el("dt", {}, el("code", {}, p.name), ` ${p.label[language]}`, el("span", { class: "quiet" }, presence(p, language))),
      el("dd", {}, p.help[language], unitLine(p.unit, language)),
    ]),
  );
}

function presence(p: Parameter, language: Language): string {
  if (p.presence === "required") return "";
  const w = words[language];
  return ` · ${p.presence === "optional" ? w.optional : w.defaultsTo(asTyped(p.default))}`;
}

function unitLine(unit: Unit, language: Language): HTMLElement | undefined {
  const name = units[unit][language];
  return name === "" ? undefined : el("div", { class: "quiet" }, `${words[language].unit}: ${name}`);
}

function returnsView({ returns }: Definition, language: Language): HTMLElement[] {
  const w = words[language];
  switch (returns.shape) {
    case "scalar":
      return [el("p", {}, returns.label[language], unitLine(returns.unit, language))];
    case "card":
      return [fieldList(returns.fields, language)];
    case "list":
      return [el("p", {}, w.row), fieldList(returns.fields, language)];
    case "table":
      return [
        el("p", {}, w.rows),
        fieldList(returns.fields, language),
        ...(returns.summary.length === 0 ? [] : [el("p", {}, w.alsoGives), fieldList(returns.summary, language)]),
      ];
  }
}

function fieldList(fields: readonly Field[], language: Language): HTMLElement {
  return el(
    "ul",
    { class: "compact" },
    ...fields.map((f) =>
      el(
        "li",
        {},
        el("code", {}, f.name),
        ` ${f.label[language]}`,
        units[f.unit][language] !== "" && el("span", { class: "quiet" }, ` · ${units[f.unit][language]}`),
      ),
    ),
  );
}

function exampleView(
  definition: Definition,
  example: Example,
  { language, take, spelt, answer }: FunctionViewOptions,
): HTMLElement {
  const formula = spelt(formulaOf(definition, example.args));
  return el(
    "li",
    {},
    el("code", { class: "cell-formula" }, formula),
    answerView(answer(definition, example.args), words[language].answer),
    el("p", { class: "quiet" }, example.from[language]),
    el("button", { type: "button", "aria-label": `${take.label}: ${formula}`, onclick: () => take.action(formula) }, take.label),
  );
}

function errorList(definition: Definition, language: Language): HTMLElement {
  return el(
    "dl",
    { class: "fields" },
    ...errorReasons(definition, language).flatMap(({ code, reasons }) => [
      el("dt", {}, el("code", {}, code)),
      el("dd", {}, el("ul", { class: "compact" }, ...reasons.map((reason) => el("li", {}, reason)))),
    ]),
  );
}
