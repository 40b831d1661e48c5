/** A land-auction round to try the index on. Sample lots, live formulas. */
import { findDefinition, type Language } from "soundings";
import { auctionWords as words } from "./auction-words.js";
import { sampleLots } from "./lots.js";
import { Sketch, type Template } from "./template.js";

const firstLot = 5;
const columns = { lot: 0, start: 1, deal: 2, cut: 3, backstop: 4, note: 5, label: 7, answer: 8, formula: 9 } as const;
const widths = [66, 128, 128, 96, 116, 156, 12, 182, 66, 430];

/** Where the index stands. */
const firstAnswer = `I${firstLot + 1}`;

const lastRow = firstLot + sampleLots.length;
const range = (letter: string) => `${letter}${firstLot + 1}:${letter}${lastRow}`;
const round = `${range("B")},${range("C")},${range("D")},${range("E")}`;

export const auctionTemplate: Template = {
  id: "auction",
  name: { en: words.en.auctionName, zh: words.zh.auctionName },
  widths,
  cells: (language) => {
    const w = words[language];
    const sketch = new Sketch();
    sketch.value(0, 0, w.auctionTitle, "title");
    sketch.value(1, 0, w.auctionSample, "sample");
    sketch.value(2, 0, w.auctionHow, "quiet");
    putLots(sketch, language);
    putAnswers(sketch, language);
    return sketch.cells;
  },
  allowed: [
    { range: range("B"), kind: "above-0" },
    { range: range("C"), kind: "at-least-0" },
    { range: range("D"), kind: "rate" },
    { range: range("E"), kind: "yes-no" },
  ],
  chart: {
    kind: "columns",
    title: { en: "Points of the index", zh: "指数分解" },
    range: `H${firstLot + 13}:I${firstLot + 16}`,
    at: "K2",
  },
  firstAnswer,
};

function putLots(grid: Sketch, language: Language): void {
  const w = words[language];
  const headings = ["lot 地块", "start 起始价 亿元", "deal 成交价 亿元", "cut 降价幅度", "backstop 兜底", "note 备注"];
  for (const [column, heading] of headings.entries()) grid.value(firstLot - 1, column, heading, "heading");
  for (const [i, lot] of sampleLots.entries()) {
    const row = firstLot + i;
    grid.value(row, columns.lot, i + 1);
    grid.value(row, columns.start, lot.start, "money");
    grid.value(row, columns.deal, lot.deal, "money");
    if (lot.benchmark === undefined) grid.style(row, columns.cut, "percent");
    else grid.formula(row, columns.cut, `=LAND_CUT(C${row + 1},${lot.benchmark})`, "percent");
    if (lot.backstop) grid.value(row, columns.backstop, true, "flag");
    else grid.style(row, columns.backstop, "flag");
    grid.value(row, columns.note, lot.benchmark === undefined ? w.invented : w.reported(lot.benchmark), "sample");
  }
  grid.value(lastRow, columns.lot, "Σ", "total");
  grid.formula(lastRow, columns.start, `=SUM(${range("B")})`, "total");
  grid.formula(lastRow, columns.deal, `=SUM(${range("C")})`, "total");
}

function putAnswers(grid: Sketch, language: Language): void {
  const w = words[language];
  const top = firstLot - 1;
  for (const [column, heading] of [w.answerHeading, "", w.formulaHeading].entries()) {
    grid.value(top, columns.label + column, heading, "heading");
  }
  const answers = [
    [w.index, `=HPI(${round})`, "points"],
    [w.band, `=HPI_BAND(${firstAnswer},"${language}")`, "answer"],
    [w.published, '=HPI_CITY("郑州")', "points"],
  ] as const;
  for (const [i, [label, formula, style]] of answers.entries()) {
    const row = top + 1 + i;
    grid.value(row, columns.label, label, "label");
    grid.formula(row, columns.answer, formula, style);
    grid.value(row, columns.formula, formula, "formula");
  }
  const parts = top + answers.length + 2;
  grid.value(parts, columns.label, w.parts, "heading");
  grid.style(parts, columns.answer, "heading");
  grid.value(parts, columns.formula, `=HPI_PARTS(${round})`, "formula");
  grid.formula(parts + 1, columns.label, `=HPI_PARTS(${round})`);
  for (let i = 1; i <= fieldCount("HPI_PARTS"); i++) grid.style(parts + i, columns.answer, "amount");
}

/** How many rows a card spills over. */
function fieldCount(id: string): number {
  const returns = findDefinition(id)?.returns;
  return returns?.shape === "card" ? returns.fields.length : 0;
}
