/** What can be wrong with a notebook before any of its cells runs: a closed list, in English and Chinese. */

import type { Language, Text } from "soundings";

export type NotebookProblem =
  | "not-found"
  | "not-readable"
  | "not-json"
  | "not-a-notebook"
  | "unsupported-format"
  | "other-language"
  | "cannot-write";

const sentences: Record<NotebookProblem, Text> = {
  "not-found": { en: "there is no such file", zh: "文件不存在" },
  "not-readable": { en: "the file cannot be read", zh: "文件无法读取" },
  "not-json": { en: "the file is not valid JSON", zh: "文件不是有效的 JSON" },
  "not-a-notebook": { en: "the file is not a Jupyter notebook", zh: "文件不是 Jupyter 笔记本" },
  "unsupported-format": {
    en: "the notebook's format is not supported; wanted nbformat 4",
    zh: "不支持该笔记本格式；应为 nbformat 4",
  },
  "other-language": {
    en: "the notebook is for a kernel of another language; this one runs TypeScript",
    zh: "该笔记本属于其他语言的内核；此处运行 TypeScript",
  },
  "cannot-write": { en: "the output cannot be written", zh: "无法写入输出文件" },
};

/** A notebook that cannot be read, is none, or cannot be written. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
  readonly problem: NotebookProblem;
  readonly path: string;
  /** What exactly was seen, in the words of whoever saw it. */
  readonly detail: string;

  constructor(problem: NotebookProblem, path: string, detail = "") {
    super(sentence(problem, path, detail, "en"));
    this.problem = problem;
    this.path = path;
    this.detail = detail;
  }

  in(language: Language): string {
    return sentence(this.problem, this.path, this.detail, language);
  }
}

function sentence(problem: NotebookProblem, path: string, detail: string, language: Language): string {
  const words = `${path}${language === "en" ? ": " : "："}${sentences[problem][language]}`;
  if (detail === "") return words;
  return language === "en" ? `${words} (${detail})` : `${words}（${detail}）`;
}
