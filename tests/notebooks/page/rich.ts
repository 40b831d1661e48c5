/** A notebook with one of everything that a page can show, made by the display package itself. */
import {
  card,
  chart,
  cityStyle,
  compare,
  type Displayable,
  jupyterDisplay,
  markdown,
  note,
  scale,
  table,
  verdict,
} from "@soundings/display";

type Json = Record<string, unknown>;

export async function shown(value: Displayable): Promise<Json> {
  return { output_type: "display_data", metadata: {}, data: await value[jupyterDisplay]() };
}

export function textCell(source: string, zh?: string): Json {
  return { cell_type: "markdown", metadata: zh === undefined ? {} : { soundings: { zh } }, source };
}

export function codeCell(source: string, outputs: readonly Json[] = [], more: Json = {}): Json {
  return { cell_type: "code", metadata: {}, execution_count: 1, source, outputs, ...more };
}

export function notebook(cells: readonly Json[], metadata: Json = {}): Json {
  return { nbformat: 4, nbformat_minor: 5, metadata, cells };
}

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const paths: readonly [string, string, readonly number[]][] = [
  ["Hangzhou", "杭州", [100, 104, 109, 114, 113, 108, 101, 97]],
  ["Hefei", "合肥", [100, 103, 107, 111, 108, 102, 95, 90]],
  ["Zhengzhou", "郑州", [100, 101, 100, 99, 94, 88, 80, 74]],
  ["Wuhan", "武汉", [100, 102, 104, 106, 101, 94, 86, 81]],
];

export function lines(caption = "Second-hand prices parted after 2021"): Displayable {
  const data = paths.map(([en, zh, y]) => {
    const { color, dash, symbol } = cityStyle(en);
    return {
      type: "scatter",
      mode: "lines+markers",
      name: { en, zh },
      x: years,
      y,
      line: { color, dash },
      marker: { color, symbol },
    };
  });
  const layout = {
    xaxis: { title: { en: "Year", zh: "年份" } },
    yaxis: { title: { en: "Index, 2018 = 100", zh: "指数，2018年 = 100" } },
  };
  return chart(
    { data, layout },
    {
      caption: { en: caption, zh: "2021年后二手房价格分化" },
      alt: {
        en: "Four lines from 2018 to 2025. All rise to 2021 and fall after; Zhengzhou falls furthest, to 74, Hangzhou least, to 97.",
        zh: "2018至2025年的四条折线：2021年前上升，之后下降；郑州降幅最大，至74，杭州最小，至97。",
      },
      source: { en: "made up for this test", zh: "测试用虚构数据" },
    },
  );
}

const ranking: readonly [string, string, number, string][] = [
  ["Hefei", "合肥", 99.2, "high"],
  ["Hangzhou", "杭州", 86.7, "high"],
  ["Chengdu", "成都", 74.6, "middle"],
  ["Ningbo", "宁波", 69.2, "middle"],
  ["Nanjing", "南京", 69, "middle"],
  ["Suzhou", "苏州", 68.9, "middle"],
  ["Changsha", "长沙", 68.6, "middle"],
  ["Wuxi", "无锡", 68, "middle"],
  ["Qingdao", "青岛", 67.3, "middle"],
  ["Foshan", "佛山", 66.3, "middle"],
  ["Xiamen", "厦门", 64.9, "middle"],
  ["Dongguan", "东莞", 61.5, "middle"],
];

function bars(): Displayable {
  const sorted = [...ranking].reverse();
  const y = sorted.map(([en, zh]) => ({ en, zh }));
  const x = sorted.map(([, , score]) => score);
  return chart(
    {
      data: [
        {
          type: "bar",
          orientation: "h",
          x,
          y,
          text: x.map((score) => score.toFixed(1)),
          textposition: "outside",
          cliponaxis: false,
        },
      ],
      layout: { height: 440, xaxis: { title: { en: "HPI, points", zh: "HPI，点" } } },
    },
    {
      caption: { en: "Hefei sold nearly everything it offered", zh: "合肥几乎全部成交" },
      alt: { en: "Twelve bars from Hefei, 99.2, to Dongguan, 61.5.", zh: "十二根横条，由合肥99.2至东莞61.5。" },
      source: { en: "Caijing research centre, 2022-07-23", zh: "《财经》产业研究中心，2022-07-23" },
    },
  );
}

function surface(): Displayable {
  const x = [3, 3.5, 4, 4.5, 5];
  const y = [0.01, 0.02, 0.03, 0.04];
  const z = y.map((pace) => x.map((anchor) => Math.round((anchor - 2.37) / pace / 12)));
  return chart(
    {
      data: [
        {
          type: "contour",
          x,
          y,
          z,
          colorscale: scale,
          contours: { showlabels: true, coloring: "heatmap" },
          colorbar: { title: { text: "months" } },
        },
      ],
      layout: { xaxis: { title: "anchor, %" }, yaxis: { title: "pace, percentage points a month" } },
    },
    {
      caption: "Months to the anchor, by anchor and pace",
      alt: "A surface that rises with the anchor.",
      source: "made up for this test",
    },
  );
}

const rankingTable = () =>
  table(
    ranking.map(([en, zh, score, band], at) => ({
      rank: at + 1,
      city: { en, zh },
      score,
      band,
      price: 12_345.6 * (at + 1),
      yield: 0.0237,
    })),
    {
      caption: { en: "The published ranking", zh: "报告中的排名" },
      source: { en: "Caijing research centre, 2022-07-23", zh: "《财经》产业研究中心，2022-07-23" },
      columns: [
        { key: "city", label: { en: "City", zh: "城市" } },
        { key: "rank", label: { en: "Rank", zh: "名次" } },
        { key: "score", label: "HPI", unit: "points", digits: 1 },
        { key: "band", label: { en: "Band", zh: "档" } },
        { key: "price", label: { en: "Price", zh: "房价" }, unit: "yuan-per-square-metre", digits: 0 },
        { key: "yield", label: { en: "Gross yield", zh: "租售比" }, unit: "fraction", digits: 2 },
      ],
      rowCap: 10,
    },
  );

const comparison = () =>
  compare(
    [
      { what: { en: "Hefei, HPI", zh: "合肥 HPI" }, published: 99.2, computed: 99.18, unit: "points" },
      {
        what: { en: "Months to the anchor", zh: "到锚月数" },
        published: "7–9",
        computed: "8–10",
        why: { en: "the report counts the first month twice", zh: "报告重复计算首月" },
      },
      { what: { en: "Gross yield", zh: "租售比" }, published: 0.0237, computed: 0.0241, unit: "fraction" },
    ],
    { caption: { en: "Published beside computed", zh: "报告值与计算值" } },
  );

const cityCard = () =>
  card({ en: "Zhengzhou, 2022-07", zh: "郑州，2022-07" }, [
    { label: "HPI", value: 39.9, unit: "points", note: { en: "as printed", zh: "报告原值" } },
    {
      label: { en: "Second-hand price", zh: "二手房价" },
      value: 12_345.6,
      unit: "yuan-per-square-metre",
      digits: 0,
      note: "2026-07",
    },
    { label: { en: "Under water", zh: "资不抵债" }, value: null },
  ]);

const english = `# How far below the bottom?

Hefei's land sold above its starting price while two thirds of Zhengzhou's did not. This page shows what such a score can say (房产保值力指数) and what it cannot.

## The question

The index starts from 100 and loses a point for each point of land value that failed, that was cut, or that a **backstop** bought. A price of $5 and one of $6 are no formula; $x^2$ and \`hpi(start, deal)\` are what they look like.

$$\\text{HPI} = 100 + p - f - c - b, \\qquad p = \\frac{\\sum_i d_i - s_i}{\\sum_i s_i}$$

| Term | Meaning |
|------|---------|
| $p$ | premium over the starting price |
| $f$ | lots that failed |

> What would change this conclusion: a second round with the same rules.`;

const chinese = `# 底部之下还有多深？

合肥土地溢价成交，而郑州三分之二未能成交。本页说明这一指数**能说明什么，**以及不能说明什么。

## 问题

指数以100为起点，流拍、降价、托底每占一个百分点，便扣除一点。
换行不应产生空格。公式 $x^2$ 仍是公式。

$$\\text{HPI} = 100 + p - f - c - b$$`;

export async function richNotebook(): Promise<Json> {
  return notebook([
    textCell(english, chinese),
    codeCell('const city = "郑州"; // the city to look at', [], { metadata: { tags: ["parameters"] } }),
    codeCell(
      'import { chart } from "@soundings/display";\n\nconst paths = await load("nbs70.csv");\nchart(paths, { caption: "…" });',
      [await shown(lines())],
    ),
    textCell("## What was sold", "## 成交情况"),
    codeCell("bars(ranking)", [await shown(bars()), await shown(rankingTable())]),
    textCell("### Published beside computed", "### 报告值与计算值"),
    codeCell("compare(rows)", [await shown(comparison()), await shown(note("Fifteen lots are few."))]),
    codeCell("card(city)", [
      await shown(cityCard()),
      await shown(verdict("fails", { en: "The score did not foretell prices.", zh: "该指数未能预示房价。" })),
    ]),
    textCell("## A surface, and what was printed", "## 曲面与打印输出"),
    codeCell("surface()", [await shown(surface()), await shown(markdown("A result in **Markdown**."))]),
    codeCell('console.log("18 lots read");', [
      { output_type: "stream", name: "stdout", text: ["18 lots read\n", "\u001b[32m3 failed\u001b[0m\n"] },
      { output_type: "stream", name: "stderr", text: "a warning\n" },
      { output_type: "execute_result", execution_count: 1, metadata: {}, data: { "text/plain": "{ lots: 18 }" } },
    ]),
  ]);
}

/** A table with room in the page's column, and one without. */
export async function wideNotebook(): Promise<Json> {
  const row = (columns: number) =>
    Object.fromEntries(
      Array.from({ length: columns }, (_, at) => [`measure ${String.fromCharCode(97 + at)}`, 12_345_678.9 + at]),
    );
  const tables = [3, 9].map((columns) => table([{ city: "Zhengzhou", ...row(columns) }], { caption: `${columns} numbers` }));
  return notebook([textCell("# Wide\n\n## One\n\n## Two"), codeCell("tables()", await Promise.all(tables.map(shown)))]);
}
