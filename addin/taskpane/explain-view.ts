/** The explanation of a cell on the page. The words and numbers come from addin/explain; nothing is computed here. */
import { findDefinition, type Language, type Result } from "soundings";
import { toCells } from "../cells.js";
import { type Explanation, explain, type Step } from "../explain/explain.js";
import { type FoundCall, NotKnown } from "../explain/formula.js";
import { inUnit } from "../explain/numbers.js";
import { answerView, scrollable } from "./answer.js";
import { el } from "./dom.js";
import { erratumView } from "./erratum-view.js";
import { draw } from "./plot.js";
import { words } from "./words.js";

/** The calls of one cell, the outermost first; what stands inside it follows. */
export function explainView(calls: readonly FoundCall[], language: Language): HTMLElement {
  const w = words[language];
  const views = calls.map((call, i) => callView(call, language, i > 0));
  return el("div", { class: "explain" }, ...(views.length > 0 ? views : [el("p", { class: "quiet" }, w.nothingToExplain)]));
}

function callView({ definition, source, args }: FoundCall, language: Language, isInner: boolean): HTMLElement {
  const w = words[language];
  const head = [
    // The outermost is named in the heading above, beside its cell.
    ...(isInner ? [el("h3", {}, `${w.inside} `, el("code", {}, definition.id))] : []),
    el("p", { class: "quiet" }, definition.summary[language]),
    el("code", { class: "cell-formula" }, `=${source}`),
  ];
  if (args instanceof NotKnown) return el("section", {}, ...head, el("p", { class: "answer" }, args.text[language]));
  return el("section", {}, ...head, ...explanationView(explain(definition, args, language), language));
}

function explanationView(told: Explanation, language: Language): HTMLElement[] {
  const w = words[language];
  const { args, steps, refusal, thresholds, chart, reading, source, errata } = told;
  return [
    ...(refusal ? [el("p", { class: "answer error" }, el("strong", {}, refusal.code), ` ${refusal.message}`)] : []),
    ...(steps.length > 0 ? [el("ol", { class: "steps" }, ...steps.map((step) => stepView(step, told, language)))] : []),
    ...(thresholds.length === 0 ? [] : [thresholdsView(thresholds, language)]),
    ...(chart ? [chartView(chart.label[language], () => chart.figure(language))] : []),
    ...(reading === undefined ? [] : [readingView(reading, language)]),
    el("details", {}, el("summary", {}, w.asRead), argumentTable(args, language)),
    ...(errata.length === 0
      ? []
      : [
          el(
            "details",
            {},
            el("summary", {}, `${w.errata} (${errata.length})`),
            el("ul", {}, ...errata.map((e) => erratumView(e, language))),
          ),
        ]),
    el("p", { class: "quiet" }, `${w.source}: ${source}`),
  ];
}

function stepView({ text, formula, value, unit }: Step, { definition }: Explanation, language: Language): HTMLElement {
  const isSingle = typeof value !== "object";
  return el(
    "li",
    {},
    el("span", {}, text),
    formula !== "" && el("code", {}, formula),
    isSingle ? el("strong", {}, `= ${inUnit(value, unit)}`) : answerView(toCells(value as Result, definition, language), text),
  );
}

function thresholdsView(thresholds: Explanation["thresholds"], language: Language): HTMLElement {
  const items = thresholds.map(({ text }) => el("li", {}, text));
  return el("div", { class: "threshold" }, el("b", {}, words[language].threshold), el("ul", {}, ...items));
}

/** What each column of the block was read as, under READ_AS's own headings. */
function readingView(reading: Result, language: Language): HTMLElement {
  const readAs = findDefinition("READ_AS");
  const table = readAs ? answerView(toCells(reading, readAs, language), words[language].columnsAsRead) : "";
  return el("details", {}, el("summary", {}, words[language].columnsAsRead), table);
}

function argumentTable(args: Explanation["args"], language: Language): HTMLElement {
  const rows = args.map(({ name, label, value, isDefault }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, el("code", {}, name), ` ${label}`),
      el("td", {}, value, isDefault && ` (${words[language].byDefault})`),
    ),
  );
  return scrollable(el("table", {}, el("tbody", {}, ...rows)), words[language].asRead);
}

/** Drawn once it is on the page, whose colours and width it takes. */
function chartView(label: string, figure: () => Parameters<typeof draw>[0]): HTMLElement {
  const plot = el("div", { class: "plot", role: "img", "aria-label": label });
  requestAnimationFrame(() => void draw(figure(), plot));
  return el("figure", {}, plot, el("figcaption", { class: "quiet" }, label));
}
