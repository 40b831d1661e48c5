/**
 * The catalogue as text for readers: FUNCTIONS.md, `soundings help`, the reference page. Here: words and their order.
 * Not here: what a function means (core), or HTML (cli/site).
 */

import {
  catalog,
  citation,
  cite,
  type Definition,
  type Erratum,
  type Example,
  errata,
  errataTouching,
  type Field,
  type Language,
  type Origin,
  ownFunctions,
  type Parameter,
  problems,
  reports,
  units,
} from "soundings";
import { formulaOf } from "../addin/formula.js";

const words = {
  en: {
    arguments: "Arguments",
    optional: "optional",
    default: "default",
    returns: "Returns",
    refuses: "Refuses",
    examples: "Examples",
    notes: "Notes",
    errata: "The report's mistakes",
    source: "Source",
    formula: "Formula",
    card: "a card of labels and values",
    list: "a row of values",
    table: "a table of rows",
    printed: "printed",
    right: "right",
    elsewhere: "Mistakes that no single function shows",
    colon: ": ",
    comma: ", ",
    semicolon: "; ",
    stop: ". ",
    aside: (text: string) => ` (${text})`,
  },
  zh: {
    arguments: "参数",
    optional: "可省略",
    default: "默认",
    returns: "返回",
    refuses: "拒绝",
    examples: "示例",
    notes: "说明",
    errata: "报告之误",
    source: "出处",
    formula: "公式",
    card: "标签与数值两列",
    list: "一行数值",
    table: "多行表格",
    printed: "原文",
    right: "更正",
    elsewhere: "不涉及具体函数的错误",
    colon: "：",
    comma: "，",
    semicolon: "；",
    stop: "。",
    aside: (text: string) => `（${text}）`,
  },
} as const;

const opening = {
  en: {
    title: "Functions",
    about:
      "Written by `npm run docs` from the catalogue in `core/`; do not edit. Every example below is executed by the tests. Money is in any one unit throughout a call (亿元, 万元 or 元). Rates, shares and yields are fractions (2.37 % is 0.0237); a fall is a negative change unless the argument is named a fall. A blank cell counts as 0.",
    other: "[中文](FUNCTIONS.zh.md)",
  },
  zh: {
    title: "函数手册",
    about:
      "由 `npm run docs` 根据 `core/` 的目录生成，请勿手改。以下示例均由测试执行。同一次调用内金额单位一致即可（亿元、万元或元）。比率、占比、收益率用小数（2.37% 即 0.0237）；下跌为负变动，参数名为“跌幅”的除外。空白单元格按 0 处理。",
    other: "[English](FUNCTIONS.md)",
  },
} as const;

/** Every function as Markdown, grouped by report. */
export function handbook(language: Language): string {
  const { title, about, other } = opening[language];
  const members = (report: Origin) => catalog.filter((d) => d.source.report.id === report.id);
  const groups = [...Object.values(reports).toReversed(), ownFunctions].filter((report) => members(report).length > 0);
  const contents = groups.map(
    (report) =>
      `- ${isOwn(report) ? "" : `${report.id} `}${report.title[language]}: ${members(report)
        .map(({ id }) => `[${id}](#${id.toLowerCase()})`)
        .join(", ")}`,
  );
  const chapters = groups.map((report) =>
    [
      ...(isOwn(report)
        ? [`## ${report.title[language]}`]
        : [`## ${report.id} · ${report.title[language]}`, `${report.publisher[language]}, ${report.date}`]),
      ...members(report).map((d) => describe(d, language)),
      mistakes(
        errata.filter(({ report: id, functions }) => id === report.id && functions.length === 0),
        words[language].elsewhere,
        language,
      ),
    ]
      .filter(Boolean)
      .join("\n\n"),
  );
  return `${[`# ${title}`, other, about, contents.join("\n"), ...chapters].join("\n\n")}\n`;
}

/** Whether functions are the project's own, and no report's. */
function isOwn({ id }: Origin): boolean {
  return id === ownFunctions.id;
}

/** One function as Markdown. */
export function describe(definition: Definition, language: Language): string {
  const w = words[language];
  const other = language === "en" ? "zh" : "en";
  return [
    `### ${definition.id}`,
    `${definition.summary[language]}  \n*${definition.summary[other]}*`,
    `\`${signature(definition)}\``,
    `**${w.formula}** ${definition.formula[language]}`,
    definition.params.length === 0
      ? ""
      : `**${w.arguments}**\n\n${definition.params.map((p) => argumentLine(p, language)).join("\n")}`,
    `**${w.returns}** ${returnsLine(definition, language)}`,
    definition.refusals.length === 0
      ? ""
      : `**${w.refuses}** ${definition.refusals.map((r) => `${problems[r.problem]} ${r.when[language]}`).join(w.semicolon)}`,
    definition.notes.length === 0 ? "" : `**${w.notes}**\n\n${definition.notes.map((n) => `- ${n[language]}`).join("\n")}`,
    mistakes(errataTouching(definition.id), w.errata, language),
    `**${w.examples}**`,
    definition.examples.map((e) => exampleLine(definition, e, language)).join("\n"),
    `**${w.source}** ${citation(definition)[language]}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function mistakes(errata: readonly Erratum[], heading: string, language: Language): string {
  if (errata.length === 0) return "";
  const w = words[language];
  const line = (e: Erratum) =>
    `- ${w.printed}${w.colon}${e.printed[language]}${w.stop}**${w.right}${w.colon}${e.right[language]}${w.stop.trim()}** ${e.why[language]}${w.aside(`${cite(e.passage)[language]}${w.semicolon}\`${e.id}\``)}`;
  return `**${heading}**\n\n${errata.map(line).join("\n")}`;
}

/** NAME(required, [optional]) */
export function signature(definition: Definition): string {
  return `${definition.id}(${definition.params.map((p) => (p.presence === "required" ? p.name : `[${p.name}]`)).join(", ")})`;
}

function argumentLine(p: Parameter, language: Language): string {
  const w = words[language];
  const unit = units[p.unit][language];
  const presence = p.presence === "required" ? "" : p.default === undefined ? w.optional : `${w.default} ${String(p.default)}`;
  const aside = [unit, presence].filter(Boolean).join(w.comma);
  return `- \`${p.name}\` ${p.label[language]}${aside ? w.aside(aside) : ""}${w.colon}${p.help[language]}${choicesLine(p, language)}`;
}

/** The words that a choice takes, where its help does not name them all already. */
function choicesLine({ choices, help }: Parameter, language: Language): string {
  if (choices.every(({ value }) => help[language].includes(value))) return "";
  const w = words[language];
  return ` ${choices.map((c) => `\`${c.value}\` ${c.label[language]}`).join(w.comma)}${w.stop.trim()}`;
}

function returnsLine({ returns }: Definition, language: Language): string {
  const w = words[language];
  if (returns.shape === "scalar") return withUnit(returns, language);
  const fields = returns.shape === "table" ? [...returns.fields, ...returns.summary] : returns.fields;
  return `${w[returns.shape]}${w.colon}${fields.map((f) => `\`${f.name}\` ${withUnit(f, language)}`).join(w.semicolon)}`;
}

function withUnit(field: Pick<Field, "unit" | "label">, language: Language): string {
  const unit = units[field.unit][language];
  return unit ? `${field.label[language]}${words[language].aside(unit)}` : field.label[language];
}

function exampleLine(definition: Definition, example: Example, language: Language): string {
  const answer = "problem" in example ? problems[example.problem] : showResult(example.result);
  return `- \`${formulaOf(definition, example.args)}\` → ${answer} — ${example.from[language]}`;
}

function showResult(result: unknown): string {
  if (typeof result === "number") return String(Number(result.toPrecision(10)));
  if (typeof result === "string") return result;
  if (typeof result === "boolean") return result ? "TRUE" : "FALSE";
  if (Array.isArray(result)) return `{${result.map(showResult).join(", ")}}`;
  return Object.entries(result as object)
    .map(([name, value]) => `${name} ${showResult(value)}`)
    .join(", ");
}
