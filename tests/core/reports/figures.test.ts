/** The printed figures as data: complete, unique, in both languages, none lost, and none in the add-in's bundle. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
  agrees,
  bottomFigures,
  citiesOf,
  ends,
  figure,
  figures,
  figuresOf,
  InputError,
  landFigures,
  numberOf,
  publishedScores,
  type ReportId,
  rangeOf,
  units,
} from "soundings";
import { describe, expect, it } from "vitest";

/** Figures by table, counted when they were taken from the reports; the tables of single scores are one line. */
const counts: Readonly<Record<ReportId, Readonly<Record<string, number>>>> = {
  "003": { scores: 20, zhengzhou: 9, tianjin: 3, ranking: 11, rules: 10, cities: 10, background: 8 },
  "001": { costs: 4, multiples: 3, "small-cities": 5, zones: 14 },
  "002": {
    "second-hand": 20,
    supply: 12,
    anchor: 15,
    yield: 5,
    abroad: 16,
    "price-income": 25,
    timing: 6,
    stabilising: 11,
  },
  "000": Object.fromEntries(
    // Answer, figures.
    `1 7, 3 20, 4 7, 7 4, 8 6, 10 3, 13 5, 15 3, 18 5, 19 2, 27 3, 30 9, 32 5, 39 8, 42 7, 43 3, 44 3, 46 11, 48 3, 49 4,
     50 4, 52 7, 54 10, 58 4, 62 7, 66 12, 67 14, 69 6, 72 3, 75 3, 76 3, 78 3, 82 3, 84 2, 85 3, 88 9, 89 5, 91 3, 93 4,
     98 12, 100 7, 102 9, 105 30, 110 6, 111 3, 113 12, 116 8, 118 2, 120 13, 126 3, 128 5, 129 3, 134 2, 135 1, 136 13,
     139 7`
      .split(",")
      .map((pair) => pair.trim().split(" "))
      .map(([answer, count]) => [`answer${answer}`, Number(count)]),
  ),
};

function tableOf(id: string): string {
  const [, table = "", name] = id.split("/");
  return name === "score" ? "scores" : table;
}

describe("figures", () => {
  it.each(Object.keys(counts) as ReportId[])("of report %s are all there, table by table", (report) => {
    const seen: Record<string, number> = {};
    for (const { id } of figuresOf(report)) seen[tableOf(id)] = (seen[tableOf(id)] ?? 0) + 1;
    expect(seen).toEqual(counts[report]);
  });

  it("have unique ids of report, table and name", () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    for (const { id, report } of figures) {
      expect(id).toMatch(/^\d{3}\/[a-z0-9-]+\/[A-Za-z0-9]+$/);
      expect(id.startsWith(`${report}/`)).toBe(true);
    }
  });

  it("say in English and Chinese what they are, what they cover, who says them and where", () => {
    for (const { id, label, scope, says, passage } of figures) {
      for (const { en, zh } of [label, scope, says, passage.where]) {
        expect(en, id).toMatch(/[A-Za-z]/);
        expect(en, id).not.toMatch(/[\u4e00-\u9fff]/);
        expect(zh.length, id).toBeGreaterThan(0);
      }
      expect(label.zh + scope.zh, id).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("have finite values in a known unit, with the rounding that their decimals leave", () => {
    for (const entry of figures) {
      const { low, high } = ends(entry);
      expect(Number.isFinite(low) && low <= high, entry.id).toBe(true);
      expect(Object.keys(units)).toContain(entry.unit);
      expect(entry.halfUnit).toBe(0.5 * 10 ** -entry.decimals);
    }
  });

  it("have shares and changes as fractions", () => {
    for (const entry of figures.filter(({ unit }) => unit === "fraction")) {
      // The largest is the net gearing of one developer, 240 %.
      expect(Math.max(...Object.values(ends(entry)).map(Math.abs)), entry.id).toBeLessThanOrEqual(2.4);
    }
  });

  it("have dates in ISO form, alone or from/to", () => {
    for (const { id, when } of figures) {
      if (when !== undefined) expect(when, id).toMatch(/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/);
    }
  });

  it("of report 000 name answers by their place, never their authors", () => {
    for (const { says, passage } of figuresOf("000")) {
      expect(says.en).toMatch(/^answer \d+$/);
      expect(says.zh).toMatch(/^第 \d+ 个回答$/);
      expect(passage.where).toEqual(says);
    }
  });

  it("take the 20 scores from the ranking and type none again", () => {
    const scores = figures.filter(({ id }) => id.endsWith("/score"));
    expect(scores.map(({ value }) => value)).toEqual(publishedScores.map(({ score }) => score));
    expect(landFigures.cityScores.xian?.value).toBe(citiesOf("north").find(({ city }) => city.zh === "西安")?.score);
  });
});

describe("figure(id)", () => {
  it("finds a figure; numberOf and rangeOf give its value", () => {
    expect(figure("003/zhengzhou/score")).toMatchObject({ value: 39.9, decimals: 1, unit: "points", kind: "estimate" });
    expect(numberOf("002/yield/national")).toBe(bottomFigures.rentalYields.national.value);
    expect(rangeOf("002/abroad/hongKongNet")).toEqual({ low: 0.018, high: 0.024 });
  });

  it("refuses an unknown id and suggests the nearest, and refuses the wrong shape", () => {
    const problem = (ask: () => unknown) => {
      try {
        ask();
      } catch (error) {
        return error instanceof InputError ? `${error.problem}: ${error.message}` : error;
      }
      return "no refusal";
    };
    expect(problem(() => figure("003/zhengzou/score"))).toBe(
      'not-in-table: figure: id is "003/zhengzou/score"; expected such as 003/zhengzhou/score',
    );
    expect(problem(() => numberOf("002/abroad/hongKongNet"))).toMatch(/^wrong-type/);
    expect(problem(() => rangeOf("002/yield/national"))).toMatch(/^wrong-type/);
  });
});

describe("agrees(computed, figure)", () => {
  it("is rounding for a bare figure, and one side of it for “above” and “below”", () => {
    const tens = { value: 130, halfUnit: 5 };
    expect([125, 134.9, 135.1].map((x) => agrees(x, tens))).toEqual([true, true, false]);
    expect([129, 130, 139, 140].map((x) => agrees(x, { ...tens, qualifier: "above" }))).toEqual([false, true, true, false]);
    expect([119, 121, 130, 131].map((x) => agrees(x, { ...tens, qualifier: "below" }))).toEqual([false, true, true, false]);
  });
});

describe("a bundle of the catalogue", () => {
  it("carries no printed figure beyond the ranking: bundlers drop the reports' data", async () => {
    const core = fileURLToPath(new URL("../../../core", import.meta.url));
    const { outputFiles } = await build({
      stdin: { contents: 'import { catalog } from "./index.ts"; console.log(catalog.length);', resolveDir: core },
      bundle: true,
      write: false,
      format: "esm",
      charset: "utf8",
    });
    const text = outputFiles[0]?.text ?? "";
    expect(text).toContain("HPI_CITY");
    for (const { label } of [bottomFigures.timing.shareGap, figure("000/answer105/vacancy"), figure("001/costs/today")]) {
      expect(text).not.toContain(label.zh);
    }
  });
});
