/**
 * Where each method comes from: the four reports and the place in them.
 * Here: titles, publishers, dates, passages by name. Not here: the reports' sentences, or their figures (core/reports).
 */
import type { Text } from "./errors.js";

export type ReportId = "000" | "001" | "002" | "003";

/** What stands in a report's place where a function is the project's own. */
export type OwnId = "soundings";

/** Where a function comes from: a report, or the project itself. */
export interface Origin {
  readonly id: ReportId | OwnId;
  readonly title: Text;
  readonly publisher: Text;
  /** ISO date, or year and month where the report gives no more. */
  readonly date: string;
}

export interface Report extends Origin {
  readonly id: ReportId;
}

/** A place in a report. */
export interface Passage {
  readonly report: Origin;
  readonly where: Text;
}

export const reports = {
  landing: {
    id: "000",
    title: {
      en: "What is a soft landing of China's housing market? (148 answers)",
      zh: "解释什么是中国市场房地产软着陆？",
    },
    publisher: { en: "Zhihu", zh: "知乎" },
    date: "2025-10-22",
  },
  cost: {
    id: "001",
    title: { en: "The institutional housing cost index and the time to enter", zh: "体制内购房指数与入场时机" },
    publisher: { en: "Jiang Huai (essay)", zh: "江怀" },
    date: "2025",
  },
  bottom: {
    id: "002",
    title: { en: "The bottom of the housing market may not be far", zh: "楼市见底可能并不遥远" },
    publisher: { en: "Sinolink Securities", zh: "国金证券" },
    date: "2025-10",
  },
  land: {
    id: "003",
    title: { en: "Second-tier cities' power to hold housing value", zh: "二线城市的“房产保值力”：合肥最高，杭州次之" },
    publisher: { en: "Caijing research centre", zh: "《财经》产业研究中心" },
    date: "2022-07-23",
  },
} as const satisfies Record<string, Report>;

/** Functions that no report has: about tables and about the functions themselves. */
export const ownFunctions = {
  id: "soundings",
  title: { en: "Tables and the functions themselves", zh: "表格与函数自身" },
  publisher: { en: "Soundings", zh: "测深" },
  date: "2026",
} as const satisfies Origin;

/** A place in this project, for what no report says. */
export function project(en: string, zh: string): Passage {
  return { report: ownFunctions, where: { en, zh } };
}

/** A passage named in words that a reader of the report finds it by. */
export function passage(report: Report, en: string, zh: string): Passage {
  return { report, where: { en, zh } };
}

/** "Caijing research centre 2022-07-23, end note 2" */
export function cite({ report, where }: Passage): Text {
  if (report.id === ownFunctions.id) return { en: `Soundings, ${where.en}`, zh: `测深（Soundings），${where.zh}` };
  return {
    en: `${report.publisher.en} ${report.date} (report ${report.id}), ${where.en}`,
    zh: `${report.publisher.zh} ${report.date}（报告 ${report.id}），${where.zh}`,
  };
}
