/** What published scores imply, against tests/goldens/hpi_constraints.json (worked out beforehand, by hand and by script). */
import { readFileSync } from "node:fs";
import {
  exact,
  greatestScore,
  greatestStartTotal,
  hpi,
  InputError,
  impliedBackstop,
  impliedDeductions,
  impliedMarketAmount,
  printed,
  publishedScores,
  zhengzhou,
} from "soundings";
import { describe, expect, it } from "vitest";

interface Constraint {
  readonly start?: number;
  readonly deal?: number;
  readonly hpi: number;
  readonly implied_deductions?: number;
  readonly implied_numerator?: number;
  readonly max_start_total_if_no_deductions?: number;
  readonly unadjusted?: number;
}
interface Golden {
  readonly zhengzhou: {
    readonly hpi_target: number;
    readonly deal_total: number;
    readonly start_total_derived: number;
    readonly cut_parcel: { readonly deal: number };
    readonly backstop_needed: Record<
      "precise_totals_coef0.5" | "rounded_107_105_coef0.5" | "coef1_if_start_vs_start_22pct" | "coef0",
      number
    > & {
      readonly "range_hpi_39.85_39.95": [number, number];
    };
    readonly hpi_without_adjustment: number;
  };
  readonly constraints: Record<string, Constraint>;
  readonly published_hpi_2022: Record<string, number>;
}
const golden = JSON.parse(readFileSync(new URL("../../goldens/hpi_constraints.json", import.meta.url), "utf8")) as Golden;
const { zhengzhou: worked } = golden;
const cutDeal = worked.cut_parcel.deal;
const precise = {
  startTotal: exact(worked.start_total_derived),
  dealTotal: exact(worked.deal_total),
  score: printed(worked.hpi_target, 1),
};

describe("impliedBackstop(round, cutAmount)", () => {
  it("finds 60.43 for Zhengzhou's printed totals, 59.7 to 61.2 by their rounding", () => {
    const implied = impliedBackstop(zhengzhou, zhengzhou.cutDeal.value * 0.5);
    expect(implied.value).toBeCloseTo(worked.backstop_needed["rounded_107_105_coef0.5"], 2);
    expect(implied.low).toBeCloseTo(59.7, 1);
    expect(implied.high).toBeCloseTo(61.2, 1);
  });

  it.each([
    [0.5, worked.backstop_needed["precise_totals_coef0.5"]],
    [1, worked.backstop_needed.coef1_if_start_vs_start_22pct],
    [0, worked.backstop_needed.coef0],
  ])("finds the worked amount for the precise totals and coefficient %f", (coefficient, wanted) => {
    expect(impliedBackstop(precise, cutDeal * coefficient).value).toBeCloseTo(wanted, 1);
  });

  it("gives the range that the rounding of the score alone leaves", () => {
    const { low, high } = impliedBackstop(precise, cutDeal * 0.5);
    const [wantedLow, wantedHigh] = worked.backstop_needed["range_hpi_39.85_39.95"];
    expect(low).toBeCloseTo(wantedLow, 2);
    expect(high).toBeCloseTo(wantedHigh, 2);
  });

  it("gives an amount with which the index is the published score", () => {
    const backstop = impliedBackstop(zhengzhou, 0).value;
    const rest = zhengzhou.dealTotal.value - backstop;
    const start = [backstop, zhengzhou.startTotal.value - backstop];
    expect(hpi(start, [backstop, rest], { backstop: [true, false] })).toBeCloseTo(zhengzhou.score.value, 10);
  });
});

describe("the other implied amounts agree with what was worked out for each known round", () => {
  it.each(Object.entries(golden.constraints))("%s", (_, round) => {
    const score = printed(round.hpi, 1);
    if (round.implied_deductions !== undefined) {
      const totals = { startTotal: exact(round.start ?? 0), dealTotal: exact(round.deal ?? 0), score };
      expect(impliedDeductions(totals).value).toBeCloseTo(round.implied_deductions, 1);
      expect(greatestScore(round.start ?? 0, round.deal ?? 0)).toBeCloseTo(round.unadjusted ?? 0, 1);
    }
    if (round.implied_numerator !== undefined) {
      expect(impliedMarketAmount(exact(round.start ?? 0), score).value).toBeCloseTo(round.implied_numerator, 2);
    }
    if (round.max_start_total_if_no_deductions !== undefined) {
      expect(greatestStartTotal(exact(round.deal ?? 0), score).value).toBeCloseTo(round.max_start_total_if_no_deductions, 1);
    }
  });

  it("publishedScores are the same 20 that the worked file has", () => {
    expect(Object.fromEntries(publishedScores.map(({ city, score }) => [city.zh, score]))).toEqual(golden.published_hpi_2022);
  });
});

describe("refusals", () => {
  it.each([
    ["impliedMarketAmount", () => impliedMarketAmount(exact(0), exact(40))],
    ["impliedDeductions", () => impliedDeductions({ startTotal: exact(1), dealTotal: exact(-1), score: exact(40) })],
    ["impliedBackstop", () => impliedBackstop(precise, -1)],
    ["greatestStartTotal", () => greatestStartTotal(exact(1), exact(0))],
    ["greatestScore", () => greatestScore(0, 1)],
  ])("%s refuses an amount out of range and says which", (fn, call) => {
    let refused: unknown;
    try {
      call();
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).problem).toBe("out-of-range");
    expect((refused as InputError).message).toMatch(new RegExp(`^${fn}|^impliedMarketAmount`));
  });
});
