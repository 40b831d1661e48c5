/** The words of the land-auction sheet. */

const en = {
  auctionName: "Land auction 土拍",
  auctionTitle: "A land-auction round and its value-preservation index",
  auctionSample:
    "SAMPLE 示例: totals as report 003 prints them for Zhengzhou (107 and 105, 亿元); lot 3 is the report's, the other 14 lots are invented.",
  auctionHow: "Change a yellow cell: clear a deal for a failed lot, write 12% into cut, TRUE into backstop. The answers follow.",
  invented: "invented 虚构",
  reported: (benchmark: number) => `report 003, was ${benchmark}`,
  answerHeading: "answer 结果",
  formulaHeading: "formula 公式",
  index: "HPI 房产保值力指数",
  band: "band 分区",
  published: "published 报告值",
  parts: "in parts 分解",
};

const zh: typeof en = {
  auctionName: "土拍 Land auction",
  auctionTitle: "一轮土拍及其房产保值力指数",
  auctionSample: "示例 SAMPLE：总额取报告 003 所载郑州数（107 与 105 亿元）；3 号地为报告所载，其余 14 宗为虚构。",
  auctionHow: "改动黄色单元格：清空成交价即流拍，降价幅度填 12%，兜底填 TRUE；结果随之变化。",
  invented: "虚构 invented",
  reported: (benchmark) => `报告 003，上次 ${benchmark}`,
  answerHeading: "结果 answer",
  formulaHeading: "公式 formula",
  index: "房产保值力指数 HPI",
  band: "分区 band",
  published: "报告值 published",
  parts: "分解 in parts",
};

export const auctionWords = { en, zh } as const;
