/** The chart of the index: from 100 points over premium, failed, cut and backstop points, with the bands' edges. */
import { bandEdges, type Language, type Result } from "soundings";
import { colours } from "./figure.js";
import { inUnit } from "./numbers.js";
import { type Chart, fieldOf } from "./story.js";

const names: Readonly<Record<Language, readonly string[]>> = {
  en: ["start", "premium", "failed", "cut", "backstop", "HPI"],
  zh: ["起点", "溢价", "流拍", "降价", "兜底", "指数"],
};
/** Share of the axis that stays free at its ends. */
const room = 0.04;

export function waterfall(parts: Result): Chart {
  const get = (name: string) => Number(fieldOf(parts, name));
  const moves = [get("premium_pts"), -get("failed_pts"), -get("cut_pts"), -get("backstop_pts")];
  const before = moves.map((_, i) => moves.slice(0, i).reduce((sum, move) => sum + move, 100));
  const values = [100, ...moves, get("index")];
  const reached = [0, 100, ...before, get("index")];
  const [least, most] = [Math.min(...reached), Math.max(...reached)];
  const isEnd = (i: number) => i === 0 || i === values.length - 1;
  const written = values.map((value, i) => `${!isEnd(i) && value > 0 ? "+" : ""}${inUnit(value, "points")}`);
  return {
    label: { en: "From 100 points to the index", zh: "从 100 分到指数" },
    figure: (language) => ({
      data: [
        {
          type: "bar",
          orientation: "h",
          // The numbers stand by the names: beside the bars the bands' edges would run through them.
          y: written.map((value, i) => `${names[language][i]}  ${value}`),
          x: values,
          base: [0, ...before, 0],
          marker: { color: values.map((value, i) => (isEnd(i) ? colours.main : value < 0 ? colours.loss : colours.gain)) },
        },
      ],
      layout: {
        xTitle: { en: "index points", zh: "分" }[language],
        range: [least - (least < 0 ? room * (most - least) : 0), most + room * (most - least)],
        lines: bandEdges.map((at) => ({ at, label: String(at) })),
      },
    }),
  };
}
