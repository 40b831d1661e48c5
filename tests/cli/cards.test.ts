/** `soundings cards`: its words, its index page and its CSV. What a card says is tested with core and the notebook. */
import type { CitySummary } from "soundings";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cards } from "../../cli/cards.js";
import { cardsCsv, cardsPage } from "../../cli/site/cards-page.js";

const blank: CitySummary = {
  city: "苏州",
  city_en: "Suzhou",
  lenses: ["land"],
  hpi: 68.9,
  band: "midHigh",
  hpi_as_of: "2022-07",
  multiple: null,
  zone: null,
  multiple_as_of: null,
  multiple_quality: null,
  gross_yield: null,
  gap_basis_points: null,
  months_to_anchor: null,
  yield_as_of: null,
  yield_quality: null,
  underwater_share: null,
  highest_loan_to_value: null,
  underwater_as_of: null,
};
const suzhou = { ...blank, href: "suzhou.html" };
const hefei = {
  ...suzhou,
  city: "合肥",
  city_en: "Hefei",
  href: "hefei.html",
  lenses: ["land", "yield", "cohorts"],
  gap_basis_points: 5,
  months_to_anchor: "never",
  yield_quality: "standIn",
  underwater_share: 0.25,
} as const;

describe("cardsPage(cards)", () => {
  const page = cardsPage([suzhou, hefei]);

  it("puts the city with most lenses first and links to its card", () => {
    expect(page.indexOf('href="hefei.html"')).toBeGreaterThan(0);
    expect(page.indexOf('href="hefei.html"')).toBeLessThan(page.indexOf('href="suzhou.html"'));
  });

  it("says no data where there is none, and never where the anchor is never reached", () => {
    expect(page).toContain('<td class="none"><span lang="en">no data</span><span lang="zh-CN">无数据</span></td>');
    expect(page).toContain('<span lang="en">never</span>');
  });

  it("marks a figure that stands in for the city's own", () => {
    expect(page).toContain('<td data-key="5">5 ≈</td>');
  });

  it("fetches nothing from elsewhere", () => {
    expect(page).not.toMatch(/(src|href)="https?:/);
  });
});

describe("cardsCsv(cards)", () => {
  it("has a heading, one line per city, and blanks for no data", () => {
    const [head, line] = cardsCsv([suzhou]).split("\r\n");
    expect(head).toMatch(/^\uFEFFcity,city_en,lenses,hpi/);
    expect(line).toBe(`苏州,Suzhou,land,68.9,midHigh,2022-07${",".repeat(13)}suzhou.html`);
  });
});

describe("cards(args)", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    [["--cities", ""], "names with commas"],
    [["-p", "city=合肥"], "--cities"],
    [["01-hpi"], "takes no notebook"],
    [["--nonsense"], "nonsense"],
  ])("refuses %j with exit code 2 and says what it takes", async (words, told) => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await cards(words)).toBe(2);
    expect(written.mock.calls.flat().join("")).toContain(told);
  });
});
