/** The try-it page's own words in both languages. */
import type { Language } from "soundings";

const en = {
  title: "Soundings: try the functions in a sheet",
  about:
    "A spreadsheet in this browser (Univer, not Excel) with the same functions as the add-in. Nothing you type leaves this page; closing it forgets everything.",
  back: "Soundings",
  help: "Find a function",
  pane: "Task pane",
  statusHint: "Select a cell with an error to read why; any other cell of ours to read what it is.",
  sheet: "Spreadsheet",
  open: "Open CSV or .xlsx",
  opened: (names: string) => `Opened as: ${names}.`,
  notOpened: (file: string, reason: string) => `${file} was not opened: ${reason}`,
  notSaved: (reason: string) => `Not saved: ${reason}`,
  spillBeyond: (range: string, last: string) => `The answer needs ${range}, and the sheet ends at ${last}. Move the formula.`,
  spillBlocked: (range: string, cell: string) => `The answer needs ${range}, and ${cell || "a cell there"} is not empty.`,
  save: { xlsx: "Save .xlsx", csv: "Save this sheet as CSV" },
  failed: (reason: string) => `The spreadsheet did not start: ${reason}`,
  examplesName: "Examples 示例",
  examplesTitle: "Every example of every function, live",
  examplesHow: "The live cell is calculated here; core's answer is written in the function's definition and tested there.",
  examplesHeadings: ["function 函数", "from 来源", "formula 公式", "live 实算", "core's answer 预期", "same"],
} as const;

export type Words = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string
    ? string
    : (typeof en)[Key] extends readonly string[]
      ? readonly string[]
      : (typeof en)[Key] extends Readonly<Record<string, string>>
        ? { readonly [Name in keyof (typeof en)[Key]]: string }
        : (typeof en)[Key];
};

const zh: Words = {
  title: "Soundings：在表格中试用函数",
  about: "浏览器内的电子表格（Univer，不是 Excel），函数与插件相同。所填内容不离开本页；关闭即清空。",
  back: "Soundings 首页",
  help: "查找函数",
  pane: "任务窗格",
  statusHint: "选中出错的单元格可看原因；选中本插件的其他单元格可看说明。",
  sheet: "电子表格",
  open: "打开 CSV 或 .xlsx",
  opened: (names) => `已打开为：${names}。`,
  notOpened: (file, reason) => `未能打开 ${file}：${reason}`,
  notSaved: (reason) => `未能保存：${reason}`,
  spillBeyond: (range, last) => `结果需要 ${range}，而工作表到 ${last} 为止。请移动公式。`,
  spillBlocked: (range, cell) => `结果需要 ${range}，而其中${cell ? ` ${cell} ` : "有单元格"}不是空的。`,
  save: { xlsx: "保存 .xlsx", csv: "本表存为 CSV" },
  failed: (reason) => `表格未能启动：${reason}`,
  examplesName: "示例 Examples",
  examplesTitle: "每个函数的每个示例，实时计算",
  examplesHow: "实算列由本页计算；预期列写在函数定义中并经测试。",
  examplesHeadings: ["函数 function", "来源 from", "公式 formula", "实算 live", "预期 core's answer", "一致"],
};

export const words: Readonly<Record<Language, Words>> = { en, zh };
