/** A run's progress as lines of text: rewritten in place on a terminal, plain elsewhere. English and Chinese. */
import type { Language } from "soundings";
import type { CellReport, OnProgress, ProgressEvent, RunFailure, RunReport } from "./report.js";

/** What is needed of process.stderr. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const words = {
  en: {
    starting: (input: string) => `${input}: starting the kernel`,
    ready: (ms: number) => `kernel ready after ${seconds(ms)}`,
    status: { ok: "ok", raised: "raised, as allowed", failed: "FAILED", skipped: "skipped", "not-run": "not run" },
    done: (cells: number, ms: number) => `${cells} code cells ran in ${seconds(ms)}`,
    failed: (place: string, message: string) => `FAILED ${place}${message}`,
    place: ({ cell, line }: RunFailure) =>
      cell === undefined ? "" : `in code cell ${cell}${line === undefined ? "" : `, line ${line}`}: `,
  },
  zh: {
    starting: (input: string) => `${input}：正在启动内核`,
    ready: (ms: number) => `内核已就绪，用时 ${seconds(ms)}`,
    status: { ok: "完成", raised: "按标签允许报错", failed: "失败", skipped: "跳过", "not-run": "未运行" },
    done: (cells: number, ms: number) => `已运行 ${cells} 个代码单元，用时 ${seconds(ms)}`,
    failed: (place: string, message: string) => `失败：${place}${message}`,
    place: ({ cell, line }: RunFailure) =>
      cell === undefined ? "" : `第 ${cell} 个代码单元${line === undefined ? "" : `第 ${line} 行`}：`,
  },
} as const;

/** Characters of one failure that a terminal is shown. */
const longestHeadline = 600;
const longestTraceback = 6000;
const eraseLine = "\r\x1b[2K";
const defaultColumns = 80;

/** A progress listener that writes to `stream`. */
export function progressLines(stream: ProgressStream, language: Language = "en"): OnProgress {
  const say = words[language];
  const live = stream.isTTY === true;
  const erase = live ? eraseLine : "";
  const line = (text: string) => stream.write(`${erase}${text}\n`);
  const passing = (text: string) => live && stream.write(`${erase}${text.slice(0, (stream.columns ?? defaultColumns) - 1)}`);
  return (event: ProgressEvent) => {
    switch (event.type) {
      case "starting":
        return void (live ? passing(say.starting(event.input)) : line(say.starting(event.input)));
      case "ready":
        return void line(say.ready(event.startupMs));
      case "cell-started":
        return void passing(`[${event.cell}/${event.total}] ${event.firstLine}`);
      case "cell-ended":
        return void line(cellLine(event.report, event.total, say.status[event.report.status]));
      case "finished":
        return void line(lastLine(event.report, say));
    }
  };
}

function cellLine({ cell, durationMs }: CellReport, total: number, status: string): string {
  return `[${cell}/${total}] ${status} ${seconds(durationMs)}`;
}

function lastLine({ failures, cells, durationMs }: RunReport, say: (typeof words)[Language]): string {
  if (failures.length === 0)
    return say.done(cells.filter(({ status }) => status === "ok" || status === "raised").length, durationMs);
  return failures
    .flatMap((failure) => [
      cut(say.failed(say.place(failure), `${failure.ename}: ${failure.evalue}`), longestHeadline),
      cut(failure.traceback.join("\n"), longestTraceback),
    ])
    .join("\n");
}

/** The whole text is in the notebook. */
function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
