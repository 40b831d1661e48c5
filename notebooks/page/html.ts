/** Small pieces of markup that every part of the page is written with. */
import { escapeHtml, inLanguage, type Language, type Words, wordsToHtml } from "@soundings/display";

export { escapeHtml, type Language, type Words, wordsToHtml };

/** The page's own words, in both languages. */
export const say = {
  skip: { en: "Skip to the text", zh: "跳到正文" },
  contents: { en: "Contents", zh: "目录" },
  code: { en: "Code", zh: "代码" },
  parameters: { en: "Parameters", zh: "参数" },
  parametersGiven: { en: "Parameters of this run", zh: "本次运行的参数" },
  copy: { en: "Copy", zh: "复制" },
  showCode: { en: "Show all code", zh: "展开全部代码" },
  hideCode: { en: "Hide all code", zh: "收起全部代码" },
  theme: { en: "Light / dark", zh: "浅色／深色" },
  downloadCsv: { en: "CSV", zh: "CSV" },
  downloadPng: { en: "PNG", zh: "PNG" },
  provenance: { en: "How this page was made", zh: "本页如何生成" },
  commit: { en: "Commit", zh: "提交" },
  notebook: { en: "Notebook", zh: "笔记本" },
  ranAt: { en: "Run at", zh: "运行时间" },
  duration: { en: "Run time", zh: "运行时长" },
  parametersUsed: { en: "Parameters", zh: "参数" },
  inputs: { en: "Input files (SHA-256)", zh: "输入文件（SHA-256）" },
  versions: { en: "Versions", zh: "版本" },
  seconds: { en: "seconds", zh: "秒" },
  failedCell: { en: "This cell failed.", zh: "此单元运行失败。" },
  notRun: { en: "This cell was not run.", zh: "此单元未运行。" },
  image: { en: "Image", zh: "图片" },
  table: { en: "Table", zh: "表" },
  output: { en: "Printed output", zh: "输出" },
  formula: { en: "Formula", zh: "公式" },
  tooLong: { en: "The rest of this output was left out.", zh: "其余输出已省略。" },
  htmlTooLong: {
    en: "This output is too long for a page: the rest, or its rows after the first 2,000, was left out.",
    zh: "此输出过长，其余内容或第 2,000 行之后的表格行未显示。",
  },
  noPicture: {
    en: "This chart has no still picture; it is drawn where scripts may run.",
    zh: "此图没有静态图，需在可运行脚本处显示。",
  },
} as const satisfies Record<string, Words>;

/** Text for screen readers only. */
export function hidden(words: Words): string {
  return `<span class="vh">${wordsToHtml(words)}</span>`;
}

/** A name for screen readers only, which the page's script says in the reader's language. */
export function named(words: Words): string {
  const [en, zh] = [escapeHtml(inLanguage(words, "en")), escapeHtml(inLanguage(words, "zh"))];
  return `aria-label="${en}" data-label-en="${en}" data-label-zh="${zh}"`;
}

/** JSON that no HTML parser can mistake for markup, inside a script element. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
