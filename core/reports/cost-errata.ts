/** What report 001 gets wrong or leaves open. */
import { reports } from "../sources.js";
import { errataIn } from "./erratum.js";

export const costErrata = errataIn(reports.cost, [
  {
    id: "halved",
    kind: "arithmetic",
    where: ["section 4, third scenario", "第四节，情景三"],
    figures: ["small-cities/fall"],
    functions: ["FALL_RATE"],
    printed: ["halved, or more than halved", "腰斩甚至打对折"],
    right: ["−28.6 % to −50 %, about −40 % at the midpoints", "−28.6% 至 −50%，以中点计约 −40%"],
    why: [
      "7,000–8,000 to 4,000–5,000 yuan: only the highest peak with the lowest price now is a halving, and both phrases mean −50 %.",
      "由 7,000–8,000 元到 4,000–5,000 元：只有最高点配最低现价才是腰斩，而两个说法都指 −50%。",
    ],
  },
  {
    id: "close-to-cost",
    kind: "claim",
    where: ["section 4, third scenario", "第四节，情景三"],
    figures: ["small-cities/cost", "small-cities/now", "small-cities/peak"],
    functions: ["IHCI_MULT", "IHCI_ZONE"],
    printed: ["prices now look close to the institutional cost", "现价看起来离 IHCI 不远"],
    right: ["2 to 5 times the cost, down from 3.5 to 8 times", "现价为成本的 2–5 倍，高点为 3.5–8 倍"],
    why: [
      "The costs are those of their time. Only restated in today's money are prices near them, and the essay's own map calls 2–3 times a new district.",
      "所列成本是当年价格；只有折算到今天才谈得上接近，而文中把 2–3 倍归为新区刚需盘。",
    ],
  },
  {
    id: "median-of-range",
    kind: "definition",
    where: ["section 3, second step", "第三节，第二步"],
    figures: ["costs/today", "zones/midpoint"],
    functions: ["IHCI_RANGE", "IHCI_MULT"],
    printed: ["the median of the range", "区间的中位数"],
    right: ["the arithmetic midpoint of its two ends", "区间两端的算术中点"],
    why: [
      "A range of two ends has no median of its own; its example of 10,000 is the midpoint of 8,000–12,000. The median of the three example costs is 3,800, their midpoint 3,750.",
      "只有两端的区间谈不上中位数；示例 1 万是 8,000–12,000 的中点。三个示例成本的中位数为 3,800，中点为 3,750。",
    ],
  },
  {
    id: "zone-edges",
    kind: "definition",
    where: ["section 5, first step", "第五节，第 1 步"],
    figures: ["zones/aUpTo", "zones/b", "zones/cFrom"],
    functions: ["IHCI_ZONE", "IHCI_SCREEN"],
    printed: ["A up to 1.5, B 1.5–3, C from 3", "A ≤ 1.5，B 1.5–3，C ≥ 3"],
    right: ["exactly 1.5 is A, exactly 3 is C", "恰好 1.5 属 A，恰好 3 属 C"],
    why: ["B as printed shares both its ends; the signs ≤ and ≥ decide.", "B 的两端与 A、C 重叠；以 ≤、≥ 为准。"],
  },
]);
