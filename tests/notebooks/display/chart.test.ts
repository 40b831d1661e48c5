import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { PixelContext } from "../../../notebooks/display/canvas.js";
import { pathLength, pointAtLength } from "../../../notebooks/display/geometry.js";
import { type ChartMeta, type ChartOptions, chart, jupyterDisplay, type MimeBundle } from "../../../notebooks/display/index.js";
import { textWidth, wrapText } from "../../../notebooks/display/metrics.js";

const words: ChartOptions = { caption: "Prices", alt: "A line that rises.", source: "made up" };

interface Plotly {
  readonly data: Record<string, unknown>[];
  readonly layout: { readonly meta: { readonly soundings: ChartMeta }; readonly height: number; readonly yaxis: unknown };
}

async function drawn(data: object[], layout: object = {}, options = words): Promise<MimeBundle> {
  return chart({ data, layout }, options)[jupyterDisplay]();
}

const plotlyOf = (bundle: MimeBundle) => bundle["application/vnd.plotly.v1+json"] as Plotly;
const svgOf = (bundle: MimeBundle) => String(bundle["image/svg+xml"]);

const line = { type: "scatter", mode: "lines", x: [1, 2, 3], y: [1, 3, 2] };

test("chart() gives plotly JSON, SVG and the alt text as its sentence", async () => {
  const bundle = await drawn([line]);
  expect(Object.keys(bundle)).toEqual(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
  expect(bundle["text/plain"]).toBe("A line that rises.");
  expect(svgOf(bundle)).toMatch(/^<svg [^>]*width="760"/);
  expect(svgOf(bundle)).toContain("Source: made up");
});

test("chart() draws the same SVG, byte for byte, each time, and other ids for another chart", async () => {
  const [first, other, again] = await Promise.all([drawn([line]), drawn([{ ...line, y: [3, 2, 1] }]), drawn([line])]);
  expect(svgOf(again)).toBe(svgOf(first));
  const idOf = (bundle: MimeBundle) => /id="defs-(\w+)"/.exec(svgOf(bundle))?.[1];
  expect(idOf(other)).not.toBe(idOf(first));
});

test.each(["bar", "box", "histogram", "scatter"])("chart() draws a %s without a browser", async (type) => {
  expect(svgOf(await drawn([{ type, x: [1, 2, 2, 3], y: [4, 5, 6, 7] }]))).toMatch(/<path[^>]* d="M/);
});

test.each(["contour", "heatmap"])("chart() draws a %s without a browser", async (type) => {
  const svg = svgOf(
    await drawn([
      {
        type,
        z: [
          [1, 2],
          [3, 4],
        ],
        contours: { showlabels: true },
      },
    ]),
  );
  expect(svg).toContain(type === "heatmap" ? 'xlink:href="data:image/png;base64,' : 'class="contourlabels"');
});

test("chart() refuses a trace that cannot be drawn without a browser, and says which can", () => {
  expect(() => chart({ data: [{ type: "sankey" }] }, words)).toThrow(
    /cannot draw a "sankey" trace; these can be drawn: scatter, bar/,
  );
});

test("chart() shows texts of two languages in English and keeps the Chinese ones with their places", async () => {
  const data = [{ ...line, name: { en: "Hefei", zh: "合肥" } }];
  const { data: shown, layout } = plotlyOf(await drawn(data, { yaxis: { title: { en: "Index", zh: "指数" } } }));
  expect(shown[0]?.name).toBe("Hefei");
  expect(layout.yaxis).toMatchObject({ title: { text: "Index" }, gridcolor: "#e3e6e9" });
  expect(layout.meta.soundings.translations).toEqual([
    [["data", 0, "name"], "合肥"],
    [["layout", "yaxis", "title", "text"], "指数"],
    [["layout", "title", "text"], expect.stringMatching(/^Prices<br><span style="[^"]*">来源：made up<\/span>$/)],
  ]);
});

test("chart() leaves the legend below title and source, however many rows it takes, and does not clip it", async () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ ...line, name: `a series with a rather long name, number ${at}` }));
  const source =
    "a source that takes two lines, because it names many publishers, their compilers, their licences, their dates and the places where they may be read";
  const bundle = await drawn(many, { margin: { t: 20 } }, { ...words, source });
  const { layout } = plotlyOf(bundle);
  const top = Number(/<g class="legend"[^>]* transform="translate\([^,]*,\s*([-\d.]+)\)"/.exec(svgOf(bundle))?.[1]);
  expect(top).toBeGreaterThanOrEqual(layout.meta.soundings.titleBand);
  expect(svgOf(bundle)).toMatch(/<g class="scrollbox"/);
  expect(svgOf(bundle)).not.toMatch(/<g class="scrollbox"[^>]*clip-path/);
  const lines = [...svgOf(bundle).matchAll(/<tspan class="line" dy="([\d.]+)em"[^>]*>/g)].slice(0, 3).map(([, dy]) => Number(dy));
  expect(lines).toEqual([0, 1.3, 2.6]);
});

test("chart() keeps the order of the CSV's columns in a list, and rounds to twelve digits", async () => {
  const csv = [{ year: 2024, month: 5, change: -0.8000000000000002 }];
  const { layout } = plotlyOf(await drawn([line], {}, { ...words, csv }));
  expect(layout.meta.soundings.csv).toEqual({ columns: ["year", "month", "change"], rows: [[2024, 5, -0.8]] });
});

test("chart() writes on bars in white or black, whichever can be read", async () => {
  const bars = { type: "bar", x: [1, 2], y: [1, 2], text: ["a", "b"], marker: { color: ["#a98602", "#013e55"] } };
  const { data } = plotlyOf(await drawn([bars, { ...bars, marker: { color: "#26745a" } }]));
  expect(data.map(({ insidetextfont }) => insidetextfont)).toEqual([{ color: ["#000000", "#ffffff"] }, { color: "#ffffff" }]);
});

test("chart() keeps texts beside bars at their size, and writes on a surface in black", async () => {
  const first = async (trace: object) => plotlyOf(await drawn([trace])).data[0];
  const thin = { type: "bar", orientation: "h", x: [1], y: ["a"], text: ["1.0"] };
  expect(await first({ ...thin, textposition: "outside" })).toMatchObject({ constraintext: "none" });
  expect(await first({ ...thin, textposition: "inside" })).not.toHaveProperty("constraintext");
  expect(await first({ type: "heatmap", z: [[1]], texttemplate: "%{z}" })).toMatchObject({ textfont: { color: "#000000" } });
});

test("chart() takes typed arrays, and writes what is not finite as a gap", async () => {
  const { data } = plotlyOf(await drawn([{ ...line, y: new Float64Array([1, Number.NaN, 2]) }]));
  expect(data[0]?.y).toEqual([1, null, 2]);
});

test("chart() gives several series a colour, a dash and a symbol each; one series stays plain", async () => {
  const two = plotlyOf(await drawn([line, line])).data;
  expect(two[0]?.line).not.toEqual(two[1]?.line);
  expect(two[1]).toMatchObject({ line: { dash: "dash" }, marker: { symbol: "diamond" } });
  expect(plotlyOf(await drawn([line])).data[0]?.line).not.toHaveProperty("dash");
});

test("chart() adds the room of title and source to the height that the chart asked for", async () => {
  const { layout } = plotlyOf(await drawn([line], { height: 300 }));
  expect(layout.height).toBe(300 + layout.meta.soundings.titleBand);
});

test("textWidth(text) counts a Chinese character as one em", () => {
  expect(textWidth("房价", 10)).toBe(20);
  expect(textWidth("“房价”—", 10)).toBe(50);
});

test("textWidth(text) leaves a tenth for Latin letters of a wider font than Helvetica", () => {
  expect(textWidth("ii", 10)).toBeCloseTo(4.44 * 1.1);
});

test("wrapText(text, size, width) breaks at spaces and between Chinese characters, and loses nothing", () => {
  expect(wrapText("one two three", 10, 48)).toEqual(["one two", "three"]);
  expect(wrapText("二手房价格", 10, 30)).toEqual(["二手房", "价格"]);
});

test("pathLength(d) follows absolute and relative lines and curves", () => {
  expect(pathLength("M0,0H3V4")).toBe(7);
  expect(pathLength("m1,1l3,4z")).toBe(10);
  expect(pathLength("M0,0C0,10 0,20 0,30")).toBeCloseTo(30);
  expect(pointAtLength("M0,0H10", 4)).toEqual({ x: 4, y: 0 });
});

test("PixelContext.toDataUrl() encodes what was painted", () => {
  const context = new PixelContext(2, 1);
  context.fillStyle = "rgba(1,2,3,1)";
  context.fillRect(1, 0, 1, 1);
  const png = Buffer.from(context.toDataUrl().split(",")[1] ?? "", "base64");
  const start = png.indexOf("IDAT") + 4;
  const pixels = inflateSync(png.subarray(start, png.indexOf("IEND") - 8));
  expect([...pixels]).toEqual([0, 0, 0, 0, 0, 1, 2, 3, 255]);
});
