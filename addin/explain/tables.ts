/** The functions that read a pasted table, told by what was read as what, their first rows and their totals. */
import {
  amountOfPoints,
  type Block,
  type BlockCell,
  converted,
  isBlankText,
  type MoneyUnit,
  readNumber,
  type Scalar,
  type Text,
  tolerance,
  zoneLadder,
} from "soundings";
import { between } from "./crossing.js";
import { inBand, pointsLine, toBands } from "./land.js";
import { compared, inDifference, inUnit, sumOf, sumOfColumn, term } from "./numbers.js";
import type { Call, Part, Story, Teller } from "./story.js";

/** Rows and columns told one by one; the table has them all. */
const told = 3;

const reading = (call: Call) => call.ask("READ_AS", { block: call.value("block") });
const counted = (text: Text, count: number, all: number): Part => ({
  text,
  formula: `${all} − ${all - count}`,
  value: count,
  unit: "count",
});

type Lots = readonly [
  group: string,
  lots: number,
  start: number,
  deal: number,
  unit: string,
  premium: number,
  failed: number,
  cut: number,
  backstop: number,
  index: number,
  band: string,
  ...interval: Scalar[],
];

function hpiTable(call: Call): Story {
  const rows = call.rows() as unknown as readonly Lots[];
  const [first] = rows;
  const [starts, deals] = [rows.map(([, , start]) => start), rows.map(([, , , deal]) => deal)];
  const whole = call.askNumber("HPI_AGG", { scores: rows.map((row) => row[9]), start_totals: starts });
  const sum = (text: Text, values: readonly number[]): Part => ({
    text,
    formula: sumOfColumn(values, "money", call.language),
    value: values.reduce((total, value) => total + value, 0),
    unit: "money",
  });
  const supply = inUnit(
    starts.reduce((total, value) => total + value, 0),
    "money",
  );
  const weighted = rows.map((row) => {
    return { text: `${term(row[9], "none")} × ${inUnit(row[2], "money")}`, value: row[9] * row[2] };
  });
  return {
    parts: [
      ...rows.slice(0, told).flatMap(group),
      sum({ en: "all groups: offered, at start", zh: "各组合计：起始价总额" }, starts),
      sum({ en: "all groups: sold", zh: "各组合计：成交总额" }, deals),
      whole !== undefined && {
        text: { en: "all groups: Σ HPI × start / Σ start", zh: "各组合计：Σ 指数 × 起始价 / Σ 起始价" },
        formula: `(${sumOf(weighted, "none", call.language)}) / ${supply}`,
        value: whole,
        unit: "points",
      },
    ],
    formula: "",
    thresholds: first
      ? toBands({ what: { en: `HPI of ${first[0]}`, zh: `${first[0]} 的指数` }, unit: "points", now: first[9] })
      : [],
    reading: reading(call),
  };
}

function group([name, lots, start, deal, , premium, failed, cut, backstop, index, band]: Lots): Part[] {
  const money = (value: number) => inUnit(value, "money");
  const taken = [cut, backstop].map((points) => money(amountOfPoints(points, start)));
  return [
    {
      text: {
        en: `${name}, ${lots} ${lots === 1 ? "lot" : "lots"}: sold − cut − backstop, over start`,
        zh: `${name}，${lots} 宗：（成交 − 降价 − 兜底）/ 起始价`,
      },
      formula: `100 × (${[money(deal), ...taken].join(" − ")}) / ${money(start)}`,
      value: index,
      unit: "points",
    },
    {
      text: { en: `${name}: 100 + premium − failed − cut − backstop points`, zh: `${name}：100 + 溢价 − 流拍 − 降价 − 兜底` },
      formula: pointsLine(premium, failed, cut, backstop),
      value: index,
      unit: "points",
    },
    { text: { en: `${name}: band`, zh: `${name}：分区` }, formula: `${inBand(index)} → ${band}`, value: band, unit: "label" },
  ];
}

type Board = readonly [place: string, price: number | "", multiple: number | "", zone: string];

function ihciMap(call: Call): Story {
  const rows = call.rows() as unknown as readonly Board[];
  const ihci = inUnit(call.number("ihci"), "yuan-per-square-metre");
  const priced = rows.filter(([, price]) => price !== "");
  const parts = priced.slice(0, told).flatMap(([place, price, multiple, zone]): Part[] => [
    {
      text: { en: `${place}: price over cost`, zh: `${place}：单价 / 成本` },
      formula: `${inUnit(price, "yuan-per-square-metre")} / ${ihci}`,
      value: multiple,
      unit: "multiple",
    },
    {
      text: { en: `${place}: zone`, zh: `${place}：区间` },
      formula: `${between(Number(multiple), zoneLadder(), "multiple")} → ${zone}`,
      value: zone,
      unit: "label",
    },
  ]);
  const inZones = ["A", "B", "C"].map((zone) => priced.filter((row) => row[3] === zone).length);
  return {
    parts: [
      ...parts,
      {
        text: { en: "boards in zones A, B, C and without a price", zh: "A、B、C 区及无价格的板块数" },
        formula: [...inZones, rows.length - priced.length].join(" + "),
        value: rows.length,
        unit: "count",
      },
    ],
    formula: "",
    reading: reading(call),
  };
}

type Place = readonly [
  place: string,
  price: number | "",
  rent: number | "",
  grossYield: number | "",
  gap: number | "",
  months: number | string,
];

function rentTable(call: Call): Story {
  const rows = call.rows() as unknown as readonly Place[];
  const known = rows.filter((row) => row[3] !== "");
  const anchor = call.number("anchor");
  const there = known.filter((row) => Number(row[3]) >= anchor - tolerance);
  return {
    parts: [
      ...known.slice(0, told).flatMap((row) => place(call, row, anchor)),
      counted({ en: "rows with price and rent", zh: "有房价与租金的行数" }, known.length, rows.length),
      counted({ en: "of these, at or above the anchor", zh: "其中已到锚的行数" }, there.length, known.length),
    ],
    formula: "",
    reading: reading(call),
  };
}

function place(call: Call, [name, price, rent, grossYield, gap, months]: Place, anchor: number): Part[] {
  const part = (text: Text, formula: string, value: Scalar, unit: Part["unit"]): Part => ({
    text: { en: `${name}: ${text.en}`, zh: `${name}：${text.zh}` },
    formula,
    value,
    unit,
  });
  const [own, wanted] = [Number(grossYield), inDifference(anchor, Number(grossYield), "fraction")];
  const isThere = own >= anchor - tolerance;
  const clock = call.has("price_mom") && typeof months === "number";
  const [rentMom, priceMom] = clock ? inDifference(call.number("rent_mom"), call.number("price_mom"), "fraction") : ["", ""];
  const pace = `ln((1 + ${rentMom}) / (1 + ${priceMom}))`;
  return [
    part(
      { en: "yearly rent over price", zh: "年租金 / 房价" },
      `${term(rent, "money")} / ${term(price, "money")}`,
      own,
      "fraction",
    ),
    part({ en: "gap, basis points", zh: "缺口（基点）" }, `(${wanted.join(" − ")}) × 10,000`, Number(gap), "basis-points"),
    ...(clock
      ? [
          part(
            { en: "months to the anchor", zh: "到位月数" },
            isThere ? `${compared(own, anchor, "fraction").join(" ≥ ")} → 0` : `ln(${wanted.join(" / ")}) / ${pace}`,
            months,
            "months",
          ),
        ]
      : []),
  ];
}

type Read = readonly [place: string, seen: string, readAs: string, unit: string, readIn: string, ...counts: Scalar[]];

function readAs(call: Call): Story {
  const rows = call.rows() as unknown as readonly Read[];
  const block = call.value("block") as Block;
  const leftOut = new Set(rows.filter(([at]) => at.startsWith("R")).map(([at]) => Number(at.slice(1)) - 1));
  const below = block.slice(1);
  const data = below.filter((row, i) => !leftOut.has(i + 1) && !row.every(isNothing));
  const blank = below.length - leftOut.size - data.length;
  const amounts = rows.filter((row) => typeof row[8] === "number").slice(0, told);
  return {
    parts: [
      {
        text: { en: "rows of data: all, less headings, left out and blank", zh: "数据行：全部减表头、不计入与空行" },
        formula: `${block.length} − 1 − ${leftOut.size} − ${blank}`,
        value: data.length,
        unit: "count",
      },
      ...amounts.map((row) => columnSum(call, row, data)),
    ],
    formula: "",
  };
}

const isNothing = (cell: BlockCell) =>
  cell === undefined || cell === null || cell === 0 || (typeof cell === "string" && isBlankText(cell));

/** A column of amounts added up in the unit that it is read in. */
function columnSum(call: Call, [at, heading, , unit, readIn, , , , total]: Read, data: Block): Part {
  const column = Number(at.slice(1)) - 1;
  const values = data.map((row) => row[column]).map((cell) => (typeof cell === "string" ? readNumber(cell) : cell));
  const sum = sumOfColumn(values.filter((value) => typeof value === "number" && value !== 0) as number[], "money", call.language);
  return {
    text: { en: `Σ of ${heading}`, zh: `${heading} 合计` },
    formula: unit === "" || readIn === "" || unit === readIn ? sum : inOtherUnit(sum, unit as MoneyUnit, readIn as MoneyUnit),
    value: total as number,
    unit: "money",
  };
}

function inOtherUnit(sum: string, from: MoneyUnit, to: MoneyUnit): string {
  const times = converted(1, from, to);
  return times >= 1 ? `(${sum}) × ${inUnit(times, "none")}` : `(${sum}) / ${inUnit(converted(1, to, from), "none")}`;
}

export const tableTellers: Readonly<Record<string, Teller>> = {
  HPI_TABLE: hpiTable,
  IHCI_MAP: ihciMap,
  RENT_TABLE: rentTable,
  READ_AS: readAs,
};
