/** How much one cell may put out: each way out of a cell has its end, and says so. */
import { describe, expect, it } from "vitest";
import { bounded, boundedFailure, displayedLimit, messageLimit, tracebackLimit } from "../../../notebooks/kernel/bounded.js";
import type { CellOutput } from "../../../notebooks/kernel/session.js";

/** What came through, in order: the words of prints, the sizes of everything else. */
function recorded(): { readonly output: CellOutput; readonly seen: string[] } {
  const seen: string[] = [];
  const size = (bundle: object) => String(JSON.stringify(bundle).length);
  const output = bounded({
    stream: (_, text) => seen.push(text.includes("Output cut") ? "cut" : text),
    display: (bundle) => seen.push(`display ${size(bundle)}`),
    result: (bundle) => seen.push(`result ${size(bundle)}`),
    error: ({ evalue }) => seen.push(`error ${evalue.length}`),
  });
  return { output, seen };
}

const half = { "text/html": "x".repeat(displayedLimit / 2) };
const shownHalf = JSON.stringify(half).length;

describe("bounded(output)", () => {
  it("counts the result among what is displayed, and leaves it out when that is too much", () => {
    const { output, seen } = recorded();
    output.display(half, {});
    output.display(half, {});
    output.result({ "text/plain": "x" }, 1);
    expect(seen).toEqual([`display ${shownHalf}`, `display ${shownHalf}`, "cut"]);
  });

  it("counts of an update what it adds", () => {
    const { output, seen } = recorded();
    output.display({ "text/html": "" }, { displayId: "a" });
    for (let n = 0; n < 3; n++) output.display(half, { displayId: "a", update: true });
    output.display({ "text/html": "x".repeat(displayedLimit + 1) }, { displayId: "a", update: true });
    expect(seen).toEqual([...["display 16", ...Array(3).fill(`display ${shownHalf}`)], "cut"]);
  });

  it("cuts the message of an error", () => {
    const { output, seen } = recorded();
    output.error({ ename: "E", evalue: "x".repeat(5e6), traceback: [] });
    expect(seen).toEqual([`error ${messageLimit + " … [cut: 5000000 characters in all]".length}`]);
  });
});

describe("boundedFailure(failure)", () => {
  it("keeps a failure of ordinary size as it is", () => {
    const failure = { ename: "E", evalue: "low", traceback: ["E: low", "  at cell[1]:1:1"], at: { line: 1, column: 1 } };
    expect(boundedFailure(failure)).toEqual(failure);
  });

  it("keeps the lines behind one that is cut", () => {
    const { traceback } = boundedFailure({ ename: "E", evalue: "", traceback: ["x".repeat(5e6), "  at cell[1]:1:1"] });
    expect(traceback).toEqual([expect.stringMatching(/^x+ … \[cut/), "  at cell[1]:1:1"]);
  });

  it("cuts a long traceback, and says how many lines are left out", () => {
    const line = "x".repeat(1000);
    const { traceback } = boundedFailure({ ename: "E", evalue: "", traceback: Array(500).fill(line) });
    expect(traceback).toHaveLength(tracebackLimit / line.length + 1);
    expect(traceback.at(-1)).toBe("… [cut: 400 more lines]");
  });
});
