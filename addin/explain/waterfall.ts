/** The chart of the index: from 100 points over premium, failed, cut and backstop points, with the bands' edges. */
import { bandEdges, type Result } from "soundings";
import { colours } from "./figure.js";
import { inUnit } from "./numbers.js";
import { type Chart, fieldOf } from "./story.js";

const points = (value: number) => inUnit(value, "points");

export function waterfall(parts: Result): Chart {
  const get = (name: string) => Number(fieldOf(parts, name));
  const moves = [get("premium_pts"), -get("failed_pts"), -get("cut_pts"), -get("backstop_pts")];
  const before = moves.map((_, i) => moves.slice(0, i).reduce((sum, move) => sum + move, 100));
  const values = [100, ...moves, get("index")];
  const isEnd = (i: number) => i === 0 || i === values.length - 1;
  return {
    label: { en: "From 100 points to the index", zh: "从 100 分到指数" },
    figure: (language) => ({
      data: [
        {
          type: "bar",
          x: {
            en: ["start", "premium", "failed", "cut", "backstop", "HPI"],
            zh: ["起点", "溢价", "流拍", "降价", "兜底", "指数"],
          }[language],
          y: values,
          base: [0, ...before, 0],
          text: values.map((value, i) => (!isEnd(i) && value > 0 ? `+${points(value)}` : points(value))),
          marker: { color: values.map((value, i) => (isEnd(i) ? colours.main : value < 0 ? colours.loss : colours.gain)) },
        },
      ],
      layout: {
        yTitle: { en: "index points", zh: "分" }[language],
        lines: bandEdges.map((at) => ({ at, label: String(at) })),
      },
    }),
  };
}
