/** Reports for machines: JSON that says what failed where, and JUnit that is well-formed XML. */
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { formatReports, type RunReport, refusedReport, withPageFailure } from "../../../notebooks/runner/index.js";

const failure = {
  reason: "error",
  cell: 2,
  index: 3,
  line: 1,
  ename: "RangeError",
  evalue: 'below <0> & "low" \u001b[31m',
  traceback: ["RangeError: …", "  at cell[2]:1:7"],
} as const;
const cells = [
  { cell: 1, index: 1, id: "a", status: "ok", executionCount: 1, durationMs: 12 },
  { cell: 2, index: 3, id: "b", status: "failed", executionCount: 2, durationMs: 3456 },
  { cell: 3, index: 4, id: "c", status: "not-run", executionCount: null, durationMs: 0 },
] as const;
const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] };
const report: RunReport = {
  ...{ input: "notebooks/a&b.ipynb", ok: false, failure, failures: [failure], cells, notebook },
  ...{ startupMs: 900, durationMs: 5000 },
};
const { cell: _, index: __, line: ___, ...kernelFailure } = { ...failure, reason: "kernel-died" as const };

describe("formatReports(kind, reports)", () => {
  it("json: every cell and failure, without the notebook", () => {
    const { ok, notebooks } = JSON.parse(formatReports("json", [report]));
    expect(ok).toBe(false);
    expect(notebooks).toMatchObject([{ input: "notebooks/a&b.ipynb", failures: [{ cell: 2, line: 1 }], cells: [{}, {}, {}] }]);
    expect(notebooks[0]).not.toHaveProperty("notebook");
  });

  it("junit: one case a cell, well-formed whatever an error says", async () => {
    const xml = formatReports("junit", [report]);
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "r.xml", contents: xml }],
      extension: "schema",
      schema: [anything],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1" time="5.000"');
    expect(xml).toContain('<failure type="error" message="line 1: RangeError: below &#60;0&#62; &#38; &#34;low&#34; [31m">');
    expect(xml).toContain('name="cell 3 (c)" time="0.000"><skipped message="not-run"/>');
  });

  it("tell of a notebook that was refused", () => {
    const refused = refusedReport("broken.ipynb", new SyntaxError("x"), "the file is not valid JSON");
    const good = { ...report, ok: true, failures: [] };
    expect(JSON.parse(formatReports("json", [good, refused]))).toMatchObject({
      ok: false,
      notebooks: [{ ok: true }, { input: "broken.ipynb", ok: false, failure: { reason: "refused" } }],
    });
    const xml = formatReports("junit", [refused]);
    expect(xml).toContain('<testsuite name="broken.ipynb" tests="1" failures="1"');
    expect(xml).toContain('message="SyntaxError: the file is not valid JSON"');
  });

  it("keep the cells of a run whose page could not be made", () => {
    const paged = withPageFailure({ ...report, ok: true, failures: [] }, new Error(), "no space left");
    expect(paged).toMatchObject({ ok: false, cells: [{}, {}, {}], failure: { reason: "page", evalue: "no space left" } });
    expect(formatReports("junit", [paged])).toContain('name="page"');
  });

  it("junit: a failure of the kernel is a case of its own", () => {
    const xml = formatReports("junit", [{ ...report, failure: kernelFailure, failures: [kernelFailure] }]);
    expect(xml).toContain('tests="4" failures="1"');
    expect(xml).toContain('name="kernel"');
  });
});

/** A schema that any well-formed report passes: xmllint wants one. */
const anything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="testsuites"><xs:complexType><xs:sequence>
<xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
