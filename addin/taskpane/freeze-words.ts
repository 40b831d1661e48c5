/** What the pane says about freezing and thawing. The reasons to refuse are freeze/words.ts. */
import type { Language } from "soundings";

interface Counted {
  readonly formulas: number;
  readonly sheets: number;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;
const counted = ({ formulas, sheets }: Counted) => `${plural(formulas, "formula")} in ${plural(sheets, "sheet")}`;

const en = {
  why: "Without the add-in these formulas show #NAME?. Freeze puts their values in their place and adds a sheet that says where each came from. Thaw puts the formulas back.",
  scope: "Where",
  workbook: "The whole workbook",
  sheet: (name: string) => (name === "" ? "This sheet" : `This sheet (${name})`),
  freeze: "Freeze",
  thaw: "Thaw",
  counting: "Counting…",
  live: (count: Counted) => (count.formulas === 0 ? "nothing to freeze" : counted(count)),
  frozen: (count: Counted) =>
    count.formulas === 0 ? "nothing to thaw" : `${plural(count.formulas, "frozen formula")} of ${plural(count.sheets, "sheet")}`,
  working: "Working…",
  didFreeze: (count: Counted, page: string) => `Froze ${counted(count)}. The sheet “${page}” says where each value came from.`,
  didNotFreeze: "Nothing was frozen.",
  didThaw: (formulas: number) => `Put back ${plural(formulas, "formula")}.`,
  didNotThaw: "Nothing was thawed.",
  removed: "The provenance sheet is gone.",
  asErrors: "Frozen as the errors that they show:",
  left: "Left as they are, and still listed in the provenance sheet:",
  changed: "Other answers than when they were frozen:",
  was: (was: string, is: string) => `was ${was}, is now ${is}`,
  others: (count: number) => `and ${plural(count, "other cell")} of it`,
  because: (inputs: string) => `changed: ${inputs}`,
  byVersion: (version: string) => `functions ${version} then`,
  waiting: "Still calculating, not compared yet:",
  more: (count: number) => `and ${count} more`,
  failed: (reason: string) => `The workbook could not be read: ${reason}`,
} as const;

type FreezeWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : (typeof en)[Key] };

const countedZh = ({ formulas, sheets }: Counted) => `${sheets} 张工作表中的 ${formulas} 个公式`;

const zh: FreezeWords = {
  why: "没有加载项时，这些公式会显示 #NAME?。冻结以数值代替公式，并添加一张说明各值来源的工作表；解冻则恢复公式。",
  scope: "范围",
  workbook: "整个工作簿",
  sheet: (name) => (name === "" ? "当前工作表" : `当前工作表（${name}）`),
  freeze: "冻结",
  thaw: "解冻",
  counting: "正在统计…",
  live: (count) => (count.formulas === 0 ? "没有可冻结的公式" : countedZh(count)),
  frozen: (count) => (count.formulas === 0 ? "没有可解冻的公式" : `${count.sheets} 张工作表中已冻结的 ${count.formulas} 个公式`),
  working: "正在处理…",
  didFreeze: (count, page) => `已冻结 ${countedZh(count)}。工作表“${page}”说明各值的来源。`,
  didNotFreeze: "未冻结任何公式。",
  didThaw: (formulas) => `已恢复 ${formulas} 个公式。`,
  didNotThaw: "未解冻任何公式。",
  removed: "来源表已移除。",
  asErrors: "按所显示的错误冻结：",
  left: "保持原样，仍列于来源表中：",
  changed: "结果与冻结时不同：",
  was: (was, is) => `原为 ${was}，现为 ${is}`,
  others: (count) => `其结果另有 ${count} 个单元格不同`,
  because: (inputs) => `已变动：${inputs}`,
  byVersion: (version) => `当时函数版本 ${version}`,
  waiting: "仍在计算，尚未比较：",
  more: (count) => `另有 ${count} 项`,
  failed: (reason) => `无法读取工作簿：${reason}`,
};

export const freezeViewWords: Readonly<Record<Language, FreezeWords>> = { en, zh };
