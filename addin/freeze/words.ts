/** What freezing and thawing say: reasons to refuse, and how inputs are told. Not here: the provenance sheet's own lines (page.ts). */
import type { Language } from "soundings";

const en = {
  calculating: "The workbook is still calculating. Wait until it has finished, or press F9, and try again.",
  structureProtected: "The structure of the workbook is protected: no sheet can be added or removed. Unprotect it first.",
  sheetProtected: (sheets: string) => `Protected: ${sheets}. Unprotect first.`,
  sheetFiltered: (sheets: string) =>
    `A filter hides rows of ${sheets}. Clear it first: a filter can make hidden rows be passed over.`,
  pending: (cells: string) => `Not yet calculated: ${cells}. Wait until they show a value.`,
  nameError: (cells: string) => `#NAME? in ${cells}: the functions are not loaded yet, or a name is misspelt.`,
  arrayFormula: (area: string) =>
    `${area} looks like one array formula entered with Ctrl+Shift+Enter, which could not be put back. Enter it again in its first cell alone.`,
  needsSpill: (cell: string, anchor: string, area: string) =>
    `${cell} refers to the spill ${anchor}#, which freezing would end. Write ${area} there instead.`,
  noRoomToSpill: "no room to spill",
  refused: (reason: string) => `The workbook refused the change: ${reason}`,
  notKept: (cells: string) => `These did not keep exactly what they showed: ${cells}.`,
  brokeOther: (cells: string) => `Formulas elsewhere came to show an error: ${cells}.`,
  formulaNotText: (page: string) => `“${page}” did not keep the formulas as texts.`,
  notPutBack: (reason: string) => `Putting everything back failed too (${reason}). Use Undo.`,
  more: (count: number) => `and ${count} more`,
  values: (count: number) => `${count} values`,
  blanks: (count: number) => `${count} blank`,
  sum: (sum: string) => `sum ${sum}`,
  block: (rows: number, columns: number) => `${rows} rows × ${columns} columns`,
  fingerprint: (print: string) => `fingerprint ${print}`,
  byDefault: "default",
  bySheet: "worked out by the sheet",
  alsoReads: "also reads",
  left: {
    sheetGone: "its sheet is gone or has another name",
    edited: "edited or moved since",
    protected: "the sheet is protected",
    noFormula: "its row in the provenance sheet has no formula that can be read",
  },
} as const;

type Wordy<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : T[Key] extends object & { call?: never } ? Wordy<T[Key]> : T[Key];
};
export type FreezeWords = Wordy<typeof en>;

const zh: FreezeWords = {
  calculating: "工作簿仍在计算。请等计算完成（或按 F9）后再试。",
  structureProtected: "工作簿结构受保护，无法增删工作表。请先取消保护。",
  sheetProtected: (sheets) => `受保护：${sheets}。请先取消保护。`,
  sheetFiltered: (sheets) => `${sheets} 有筛选隐藏了行。请先清除筛选，否则隐藏的行可能被跳过。`,
  pending: (cells) => `尚未算出：${cells}。请等其显示数值。`,
  nameError: (cells) => `${cells} 显示 #NAME?：函数尚未加载，或名称有误。`,
  arrayFormula: (area) => `${area} 像是用 Ctrl+Shift+Enter 输入的数组公式，冻结后无法还原。请只在其首个单元格重新输入。`,
  needsSpill: (cell, anchor, area) => `${cell} 引用了溢出区域 ${anchor}#，冻结后将失效。请改为引用 ${area}。`,
  noRoomToSpill: "没有溢出的空间",
  refused: (reason) => `工作簿拒绝了更改：${reason}`,
  notKept: (cells) => `以下单元格未能原样保留：${cells}。`,
  brokeOther: (cells) => `其他公式变为错误：${cells}。`,
  formulaNotText: (page) => `“${page}”未能将公式存为文本。`,
  notPutBack: (reason) => `恢复原状也未成功（${reason}），请使用撤销。`,
  more: (count) => `等，另有 ${count} 处`,
  values: (count) => `${count} 个值`,
  blanks: (count) => `${count} 个空白`,
  sum: (sum) => `合计 ${sum}`,
  block: (rows, columns) => `${rows} 行 × ${columns} 列`,
  fingerprint: (print) => `指纹 ${print}`,
  byDefault: "默认",
  bySheet: "由表格自身计算",
  alsoReads: "另读取",
  left: {
    sheetGone: "其工作表已不在或已改名",
    edited: "此后被修改或移动过",
    protected: "工作表受保护",
    noFormula: "来源表该行没有可读的公式",
  },
};

export const freezeWords: Readonly<Record<Language, FreezeWords>> = { en, zh };

const named = 5;

/** "Auction!B6, Auction!B9 and 3 more" */
export function listed(places: readonly string[], language: Language): string {
  const left = places.length - named;
  const shown = places.slice(0, named).join(language === "zh" ? "、" : ", ");
  return left > 0 ? `${shown} ${freezeWords[language].more(left)}` : shown;
}
