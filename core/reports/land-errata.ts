/** What report 003 gets wrong or leaves open. */
import { reports } from "../sources.js";
import { errataIn } from "./erratum.js";

export const landErrata = errataIn(reports.land, [
  {
    id: "zhengzhou-benchmark",
    kind: "definition",
    where: ["Zhengzhou example, parcel 3, and end note 2", "郑州示例 3 号地，及尾注2"],
    figures: ["zhengzhou/cut", "zhengzhou/cutEarlierStart", "zhengzhou/cutDeal", "zhengzhou/cutStart"],
    functions: ["LAND_CUT", "HPI_COEF", "HPI", "HPI_PARTS"],
    printed: ["a cut of 12.9 % against the parcel's own earlier starting price", "以该地块上次起拍价为基准，降幅 12.9%"],
    right: [
      "the definition asks for the mean price of comparable lots in the last two rounds, which is not printed",
      "定义要求以前两次土拍中可比地块均价为基准，而该均价未印出",
    ],
    why: [
      "The benchmark decides the coefficient: deal against the earlier start gives 12.9 % and 0.5, start against start 22.4 % and 1.",
      "基准决定系数：成交价对上次起拍价为 12.9%，取 0.5；起拍价对起拍价为 22.4%，取 1。",
    ],
  },
  {
    id: "band-at-65",
    kind: "definition",
    where: ["analysis of the ranking, four bands", "排名榜的分析，四个区间"],
    figures: ["rules/midLow", "rules/midHigh"],
    functions: ["HPI_BAND"],
    printed: ["40–65 and 65–70", "40–65 与 65–70"],
    right: ["65 belongs to one band; here to mid-high", "65 只能属于一个区间；此处归中高分区"],
    why: [
      "65 ends one band and begins the next. Resolved upward, as the report's own “below 40” resolves 40.",
      "65 同时是两个区间的端点。此处向上取，与报告“小于 40”对 40 的处理一致。",
    ],
  },
  {
    id: "coefficient-at-20",
    kind: "definition",
    where: ["end note 2, coefficient of a price cut", "尾注2，降价程度系数"],
    figures: ["rules/cutFrom", "rules/halfFrom", "rules/wholeBeyond"],
    functions: ["HPI_COEF", "HPI"],
    printed: ["10 % to 20 % count half; more than 20 % “and above” count whole", "10%–20% 取 0.5；“大于 20% 以上”取 1"],
    right: ["exactly 10 % and exactly 20 % count half", "恰好 10% 与恰好 20% 均取 0.5"],
    why: [
      "“More than” and “and above” contradict each other at 20 %; the range printed first includes it.",
      "在 20% 处“大于”与“以上”相互矛盾；前一区间包含 20%。",
    ],
  },
  {
    id: "cut-and-backstop",
    kind: "definition",
    where: ["end note 2, formula", "尾注2，公式"],
    functions: ["HPI", "HPI_PARTS"],
    printed: [
      "the deal of a cut lot times its coefficient, and the deal of a backstop lot, are both deducted",
      "降价与兜底各自扣除",
    ],
    right: ["a lot that is both is deducted once, as a backstop", "兼属两类的地块按兜底只扣一次"],
    why: [
      "Read literally the formula deducts more than the lot sold for, and the index can fall below 0.",
      "按字面执行，扣除额会超过成交额，指数可能为负。",
    ],
  },
  {
    id: "controlled-buyer",
    kind: "definition",
    where: ["end note 2, backstop lots, and Zhengzhou example, parcel 5", "尾注2 兜底地块，及郑州示例 5 号地"],
    functions: ["IS_BACKSTOP"],
    printed: ["the rule says wholly controlled, the example actual controller", "定义为“完全控制”，示例为“实际控制”"],
    right: ["the user decides which, and says so", "由使用者判断并注明"],
    why: [
      "A company with private co-owners passes one test and fails the other.",
      "有民间股东的国资控股公司，按一种口径算兜底，按另一种不算。",
    ],
  },
  {
    id: "rounds-a-year",
    kind: "definition",
    where: ["end notes 1 and 2", "尾注1、尾注2"],
    figures: ["cities/roundsAtMost", "cities/rounds"],
    functions: [],
    printed: ["at most 3 announcements a year; three or four rounds a year", "每年不超过 3 次；一年三四次"],
    right: ["the two notes differ", "两处说法不一"],
    why: [
      "The scheme's rule of 2021 and the practice of 2022 are both stated as the rule.",
      "2021 年的规定与 2022 年的做法被并列为通例。",
    ],
  },
]);
