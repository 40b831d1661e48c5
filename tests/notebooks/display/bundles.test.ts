import { DataFrame, Series } from "danfojs-node";
import { afterEach, expect, test, vi } from "vitest";
import type { MimeBundle } from "../../../notebooks/display/bundle.js";
import { verdictOf } from "../../../notebooks/display/compare.js";
import {
  bundleOf,
  card,
  compare,
  type Displayable,
  display,
  frame,
  frameBundle,
  jupyterDisplay,
  markdown,
  note,
  table,
  verdict,
} from "../../../notebooks/display/index.js";

const bundle = async (value: Displayable): Promise<MimeBundle> => value[jupyterDisplay]();
const htmlOf = async (value: Displayable) => String((await bundle(value))["text/html"]);
const textOf = async (value: Displayable) => String((await bundle(value))["text/plain"]);

afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for("soundings.display"));
  vi.restoreAllMocks();
});

test("table(rows) escapes what the rows, the labels and the caption hold", async () => {
  const html = await htmlOf(
    table([{ city: "<script>alert(1)</script>", score: 1 }], {
      caption: 'a "b" & <c>',
      columns: [{ key: "city", label: "<i>" }],
    }),
  );
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).toContain("<caption>a &quot;b&quot; &amp; &lt;c&gt;</caption>");
  expect(html).toContain('<th scope="col">&lt;i&gt;</th>');
});

test("table(rows) scopes its heads, aligns numbers right and gives one column one number of digits", async () => {
  const html = await htmlOf(
    table([
      { city: "Hefei", score: 99.2 },
      { city: "Nanjing", score: 69 },
    ]),
  );
  expect(html).toContain('<th scope="row">Nanjing</th><td style="text-align:right">69.0</td>');
});

test("table(rows) separates thousands alike all down a column", async () => {
  expect(await textOf(table([{ price: 9000 }, { price: 12_000 }]))).toContain(" 9,000\n12,000");
  expect(await textOf(table([{ year: 2024 }, { year: 2025 }]))).toContain("2024\n2025");
});

test("table(rows, { rowCap }) says how many rows it left out, in HTML and in text", async () => {
  const long = table(Array.from({ length: 70 }, (_, at) => ({ at })));
  expect(await textOf(long)).toContain("First 60 of 70 rows shown.");
  expect(await htmlOf(long)).toContain("共 70 行，仅显示前 60 行。");
  expect((await htmlOf(long)).match(/<tr>/g)).toHaveLength(1 + 60 + 1);
});

test("table(rows, { columns }) refuses a key that no row has, and names those that exist", () => {
  const rows: Record<string, unknown>[] = [{ city: "Hefei", score: 99.2 }];
  expect(() => table(rows, { columns: [{ key: "scroe" }] })).toThrow('no row has the field "scroe"; the fields are city, score');
});

test("table([]) says that there are no rows", async () => {
  expect(await textOf(table([]))).toContain("No rows.");
});

test("table(rows) as text counts a Chinese character as two columns", async () => {
  const lines = (
    await textOf(
      table([
        { city: "合肥", score: 99.2 },
        { city: "Wuxi", score: 68 },
      ]),
    )
  ).split("\n");
  expect(lines).toEqual(["city  score", "合肥   99.2", "Wuxi   68.0"]);
});

test("compare(rows) agrees where the computed value rounds to the printed one, and only there", () => {
  expect(verdictOf({ what: "", published: 99.2, computed: 99.24 })).toBe("agrees");
  expect(verdictOf({ what: "", published: 99.2, computed: 99.26 })).toBe("differs");
  expect(verdictOf({ what: "", published: 69, computed: 69.04, digits: 1 })).toBe("agrees");
  expect(verdictOf({ what: "", published: 69, computed: 69.3, digits: 1 })).toBe("differs");
  expect(verdictOf({ what: "", published: 0.0237, computed: 0.02374, unit: "fraction" })).toBe("agrees");
  expect(verdictOf({ what: "", published: 0.0237, computed: 0.0241, unit: "fraction" })).toBe("differs");
  expect(verdictOf({ what: "", published: 100, computed: 101, tolerance: 1 })).toBe("agrees");
  expect(verdictOf({ what: "", published: "7–9", computed: "8–10" })).toBe("differs");
  expect(verdictOf({ what: "", published: 7, computed: null })).toBe("incomplete");
});

test("compare(rows) marks a difference in words and says when nobody has explained it", async () => {
  const text = await textOf(compare([{ what: "yield", published: 0.0237, computed: 0.0241, unit: "fraction" }]));
  expect(text).toMatch(/yield\s+2\.37%\s+2\.41%\s+\+0\.04 pp\s+DIFFERS\s+not explained yet/);
});

test("card(title, rows) writes a missing value as no data, never as 0", async () => {
  const text = await textOf(
    card("Zhengzhou", [
      { label: "HPI", value: 39.9, unit: "points" },
      { label: "share", value: undefined },
    ]),
  );
  expect(text).toBe("Zhengzhou\nHPI    39.9 points\nshare      no data");
});

test("card(title, object) takes what a function of the catalogue returns", async () => {
  expect(await textOf(card("parts", { premium: 3.5, failed: 0 }))).toBe("parts\npremium  3.5\nfailed     0");
});

test("note(), verdict() and markdown() give escaped HTML or Markdown, and text", async () => {
  expect(await bundle(markdown("**a**"))).toEqual({ "text/markdown": "**a**", "text/plain": "**a**" });
  expect(await textOf(note("Few lots."))).toBe("Note. Few lots.");
  expect(await textOf(verdict("fails", "<b>"))).toBe("Does not hold. <b>");
  expect(await htmlOf(verdict("fails", "<b>"))).toContain("&lt;b&gt;");
});

test("frameBundle(df) shows a danfo frame: escaped, missing numbers as no data, its own index as row heads", () => {
  const df = new DataFrame({ city: ["合肥", "<b>"], score: [99.2, Number.NaN] }, { index: ["a", "b"] });
  const { "text/html": html, "text/plain": text } = frameBundle(df);
  expect(html).toContain("&lt;b&gt;");
  expect(html).toContain('<th scope="row">a</th>');
  expect(text).toContain("no data");
});

test("frame(series, { rowCap }) shows a danfo series and says its row cap", async () => {
  const series = new Series([1, 2, 3]);
  expect(await textOf(frame(series, { rowCap: 2 }))).toContain("First 2 of 3 rows shown.");
  expect(await bundleOf(series)).toHaveProperty("text/html");
});

test("display(value) sends the bundle through the kernel where there is one, and prints its text where there is none", async () => {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await display(markdown("a"));
  await display(42);
  expect(printed.mock.calls).toEqual([["a"], ["42"]]);
  const sent: unknown[] = [];
  Object.assign(globalThis, { [Symbol.for("soundings.display")]: (given: unknown) => sent.push(given) });
  await display(markdown("b"));
  expect(sent).toEqual([{ "text/markdown": "b", "text/plain": "b" }]);
});

test("bundleOf(value) knows nothing of a plain value", async () => {
  expect(await bundleOf({ a: 1 })).toBeUndefined();
  expect(await bundleOf(null)).toBeUndefined();
});
