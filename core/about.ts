/** What a workbook can ask of the functions themselves: SOUNDINGS_VERSION and SOUNDINGS_SOURCE. */
import { citation, type Definition, define } from "./definition.js";
import { InputError, type Language, nearest } from "./errors.js";
import { check, choice, text } from "./parameters.js";
import { project } from "./sources.js";
import { version } from "./version.js";

/** Version of the functions that computed a workbook. */
export function soundingsVersion(): string {
  return version;
}

const versionDefinition = define(soundingsVersion, {
  id: "SOUNDINGS_VERSION",
  summary: { en: "Version of these functions.", zh: "本套函数的版本号。" },
  formula: { en: "a constant of the release", zh: "随版本发布的常数" },
  params: [],
  returns: { shape: "scalar", unit: "label", label: { en: "version", zh: "版本号" } },
  source: project("version of the package soundings", "soundings 包的版本号"),
  notes: [
    {
      en: "Write it beside numbers that you send on: arguments and names never change between versions, answers may, and CHANGELOG.md says which and why.",
      zh: "对外发送数字时请一并注明：各版本的函数名与参数不变，结果可能更正，更正见 CHANGELOG.md。",
    },
  ],
  examples: [{ args: {}, result: version, from: { en: "this release", zh: "本版本" } }],
});

const params = [
  text("name", {
    unit: "label",
    label: { en: "function", zh: "函数名" },
    help: { en: 'Name of one of these functions, as text: "HPI".', zh: '本套函数之一的名称（文本）："HPI"。' },
  }),
  choice(
    "lang",
    [
      { value: "zh", label: { en: "Chinese", zh: "中文" } },
      { value: "en", label: { en: "English", zh: "英文" } },
    ] as const,
    {
      label: { en: "language", zh: "语言" },
      help: {
        en: "Language of the line, zh or en. Default zh, that of the reports.",
        zh: "语言：zh 或 en，默认 zh（报告的语言）。",
      },
      default: "zh",
    },
  ),
] as const;

export interface SourceOptions {
  readonly lang?: Language | undefined;
}

/**
 * The functions about the functions.
 * @param all the whole catalogue, asked for at each call since it holds these too
 */
export function aboutDefinitions(all: () => readonly Definition[]): readonly Definition[] {
  const sourceOf = (name: string, options: SourceOptions = {}): string => {
    const given = check("SOUNDINGS_SOURCE", params, { name, ...options });
    const found = all().find(({ id }) => id === given.name.toUpperCase());
    if (found) return citation(found)[given.lang];
    throw unknownFunction(given.name, all());
  };
  return [versionDefinition, sourceDefinition(sourceOf)];
}

function unknownFunction(name: string, all: readonly Definition[]): InputError {
  const near = nearest(
    name,
    all.map(({ id }) => id),
  );
  return new InputError({
    problem: "not-in-table",
    fn: "SOUNDINGS_SOURCE",
    argument: "name",
    seen: {
      en: `is "${name}"${near ? ` (did you mean ${near}?)` : ""}`,
      zh: `是 "${name}"${near ? `（是否指 ${near}？）` : ""}`,
    },
    wanted: { en: "the name of one of these functions", zh: "本套函数之一的名称" },
  });
}

function sourceDefinition(sourceOf: (name: string, options: SourceOptions) => string): Definition {
  return define(sourceOf, {
    id: "SOUNDINGS_SOURCE",
    summary: { en: "Where a function's method comes from: report, date and passage.", zh: "函数方法的出处：报告、日期与位置。" },
    formula: { en: "a look-up", zh: "查表" },
    params,
    returns: { shape: "scalar", unit: "label", label: { en: "source", zh: "出处" } },
    refusals: [{ problem: "not-in-table", when: { en: "there is no such function", zh: "没有这个函数" } }],
    source: project("catalogue of the package soundings", "soundings 包的目录"),
    notes: [
      {
        en: "The line that a chart or table needs below it. Known mistakes of the passage are in the handbook (FUNCTIONS.md).",
        zh: "可直接用作图表的资料来源行。出处的已知错误见手册（FUNCTIONS.zh.md）。",
      },
    ],
    examples: [
      {
        args: { name: "HPI_BAND" },
        result: "《财经》产业研究中心 2022-07-23（报告 003），排名榜的分析，四个区间",
        from: { en: "the catalogue", zh: "目录" },
      },
      {
        args: { name: "rent_gap", lang: "en" },
        result: "Sinolink Securities 2025-10 (report 002), section 2, distance to the steady level",
        from: { en: "the catalogue", zh: "目录" },
      },
      { args: { name: "HPJ" }, problem: "not-in-table", from: { en: "no such function", zh: "没有这个函数" } },
    ],
  });
}
