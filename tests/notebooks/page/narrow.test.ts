/** A chart on a narrow screen, as JSON: what is wrapped, thinned and moved before plotly draws. What it looks like: browser.test.ts. */
import { expect, test } from "vitest";
import { type Figure, fitted } from "../../../dist/notebooks/page/client/narrow.js";

// biome-ignore lint/suspicious/noExplicitAny: plotly's JSON
const layoutOf = (data: Record<string, unknown>[], layout: Record<string, any>, width = 358): any =>
  fitted({ data, layout: { height: 400, margin: { t: 40, b: 40 }, ...layout } } as Figure, width).layout;

const longNames = ["households", "banks, developers, government together; those with power", "a single holder"];

test("fitted(figure, width) puts long names of rows in lines of about one length, and makes room for them", () => {
  const bars = [{ type: "bar", orientation: "h", y: longNames, x: [3, 2, 1] }];
  const { yaxis, height } = layoutOf(bars, { yaxis: {}, height: 120 });
  expect(yaxis.tickvals).toEqual(longNames);
  expect(yaxis.ticktext[0]).toBe("households");
  const lines = yaxis.ticktext[1].split("<br>");
  expect(lines.join(" ")).toBe(longNames[1]);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(25);
  expect(
    Math.max(...lines.map((line: string) => line.length)) - Math.min(...lines.map((line: string) => line.length)),
  ).toBeLessThan(10);
  expect(height).toBeGreaterThan(120);
});

test("fitted(figure, width) breaks Chinese names anywhere, though not before a closing sign", () => {
  const name = "银行、开发商、政府、上层建筑以及所有其他有权力的人们";
  const { yaxis } = layoutOf([{ type: "bar", orientation: "h", y: [name], x: [1] }], { yaxis: {} });
  const lines = yaxis.ticktext[0].split("<br>");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).toBe(name);
  for (const line of lines) expect(line).not.toMatch(/^[，。；：、）]/);
});

test("fitted(figure, width) leaves out numbers at an axis that would lie on the one before", () => {
  const { xaxis } = layoutOf([{ x: [1], y: ["a"] }], { xaxis: { range: [0, 108], tickvals: [0, 40, 65, 70, 100] } }, 288);
  expect(xaxis.tickvals).toEqual([0, 40, 65, 100]);
  const log = layoutOf([{ x: [1], y: [1] }], { xaxis: { type: "log", range: [3, 4.6], tickvals: [1000, 1100, 10_000] } });
  expect(log.xaxis.tickvals).toEqual([1000, 10_000]);
});

test("fitted(figure, width) wraps notes and names of series, and moves the legend above the plot", () => {
  const { data, layout } = fitted(
    {
      data: [{ name: "second-hand homes, 70 cities, mean (statistics bureau)", x: [1], y: [1] }],
      layout: {
        annotations: [
          { text: "pace that the report assumes" },
          { text: "provisions of 2.5%", xref: "paper" },
          { text: "<b>a b c d e f g h i</b>" },
        ],
      },
    },
    320,
  );
  expect(data[0]?.name).toBe("second-hand homes, 70 cities,<br>mean (statistics bureau)");
  // biome-ignore lint/suspicious/noExplicitAny: plotly's JSON
  const notes = (layout.annotations as any[]).map(({ text }) => text);
  expect(notes).toEqual(["pace that the<br>report assumes", "provisions of 2.5%", "<b>a b c d e f g h i</b>"]);
  expect(layout.legend).toMatchObject({ x: 0, xref: "container", y: 1, yref: "container" });
});
