/** What counts as a difference between two runs, how it is shown, and how an update takes it over. */
import { describe, expect, it } from "vitest";
import {
  compareOutputs,
  differenceLines,
  type Notebook,
  parseNotebook,
  updatedOutputs,
} from "../../../notebooks/runner/index.js";

const folder = "/home/reader/checkout";

function notebook(...outputs: object[]): Notebook {
  const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: 1, source: "f()", outputs };
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] } as unknown as Notebook;
}

const stream = (text: string | string[]) => ({ output_type: "stream", name: "stdout", text });
const data = (mime: string, content: unknown) => ({ output_type: "display_data", metadata: {}, data: { [mime]: content } });
const plotly = "application/vnd.plotly.v1+json";
const svg = "image/svg+xml";

function places(was: Notebook, is: Notebook): string[] {
  return compareOutputs(was, is, folder).map(({ place }) => place);
}

describe("compareOutputs(committed, fresh, folder)", () => {
  it("tells two cells apart that the file gives one id", () => {
    const cells = [...notebook(stream("one")).cells, ...notebook(stream("two")).cells];
    const read = parseNotebook(JSON.stringify({ ...notebook(), cells }), "n.ipynb");
    expect(places(read, read)).toEqual([]);
    expect(updatedOutputs(read, read, [])).toEqual(read);
  });

  it.each([
    ["a text in lines and the same in one piece", stream(["a\n", "b"]), stream("a\nb")],
    ["paths in the checkout", stream(`read ${folder}/data/x.csv`), stream("read …/data/x.csv")],
    ["times taken", stream("took 12.5 ms"), stream("took 9 ms")],
    ["the last digits of a sum", data(plotly, { data: [{ y: [0.1 + 0.2] }] }), data(plotly, { data: [{ y: [0.3] }] })],
    [
      "a picture's random ids, and a thousandth of a pixel",
      data(svg, '<svg><clipPath id="k3f9x"/><g clip-path="url(#k3f9x)" x="1.2345"/></svg>'),
      data(svg, '<svg><clipPath id="q81mz"/><g clip-path="url(#q81mz)" x="1.2349"/></svg>'),
    ],
  ])("finds no difference in %s", (_, was, is) => {
    expect(places(notebook(was), notebook(is))).toEqual([]);
  });

  it.each([
    ["a printed number", stream("39.9"), stream("39.8"), "output 1, stdout, line 1"],
    ["a table's cell", data("text/html", "<td>\n1</td>"), data("text/html", "<td>\n2</td>"), "output 1, text/html, line 2"],
    [
      "a chart's point",
      data(plotly, { data: [{ y: [1, 2] }] }),
      data(plotly, { data: [{ y: [1, 2.001] }] }),
      `output 1, ${plotly}, data[0].y[1]`,
    ],
    ["a chart's text", data(plotly, { layout: { a: "x" } }), data(plotly, { layout: {} }), `output 1, ${plotly}, layout.a`],
    ["a picture's shape", data(svg, '<svg x="1"/>'), data(svg, '<svg x="1.5"/>'), "output 1, image/svg+xml, line 1"],
    ["a lost picture", data(svg, "<svg/>"), data("text/plain", "x"), "output 1, image/svg+xml"],
    ["seconds, which may be a result", stream("3 s"), stream("4 s"), "output 1, stdout, line 1"],
  ])("finds %s", (_, was, is, place) => {
    expect(places(notebook(was), notebook(is))).toContain(place);
  });

  it("finds an output more, and a cell that was not there", () => {
    expect(places(notebook(stream("a")), notebook(stream("a"), stream("b")))).toEqual(["outputs"]);
    expect(places({ ...notebook(), cells: [] }, notebook(stream("a")))).toEqual(["the cell"]);
  });
});

describe("differenceLines(differences)", () => {
  it("names the cell, and shows what was and what is", () => {
    const differences = compareOutputs(notebook(stream("same\n39.9")), notebook(stream("same\n39.8")), folder);
    expect(differenceLines(differences)).toBe("  cell 1 (a), output 1, stdout, line 2\n    - 39.9\n    + 39.8");
  });
});

describe("updatedOutputs(committed, fresh, differences)", () => {
  it("keeps what is committed where nothing differs, to the byte", () => {
    const [was, is] = [notebook(stream("took 12 ms")), notebook(stream("took 13 ms"))];
    expect(updatedOutputs(was, is, compareOutputs(was, is, folder))).toEqual(was);
  });

  it("takes what is fresh where something does", () => {
    const [was, is] = [notebook(stream("a")), notebook(stream("b"))];
    expect(updatedOutputs(was, is, compareOutputs(was, is, folder))).toEqual(is);
  });
});
