import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { NotebookError, renderPage, writePage } from "../../../dist/notebooks/page/index.js";
import { attacks, hostileNotebook } from "./hostile.js";
import { codeCell, lines, notebook, richNotebook, shown, textCell } from "./rich.js";

const documentOf = (html: string): Document => new JSDOM(html).window.document;
const pageOf = async (...cells: Record<string, unknown>[]) => documentOf(await renderPage(notebook(cells)));
const display = (data: Record<string, unknown>) => ({ output_type: "display_data", metadata: {}, data });

test("renderPage(notebook) writes the same page for the same notebook", async () => {
  const executed = await richNotebook();
  expect(await renderPage(executed)).toBe(await renderPage(executed));
});

test("renderPage(notebook) allows only its own scripts, by their hashes, and nothing from anywhere else", async () => {
  const document = documentOf(await renderPage(await richNotebook()));
  const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
  const packed = document.querySelector("script#plotly")?.textContent ?? "";
  const plotly = inflateRawSync(Buffer.from(packed, "base64")).toString();
  const inline = [...document.querySelectorAll("script:not([type='application/json'], #plotly)")].map(
    ({ textContent }) => textContent ?? "",
  );
  const hashes = [...inline, plotly].map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  expect(inline).toHaveLength(1);
  expect(plotly).toMatch(/plotly\.js \(cartesian - minified\)/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hashes.join(" ")};`);
  expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
});

test("renderPage(notebook) carries plotly only where there is a chart, and KaTeX's fonts only where there is a formula", async () => {
  const plain = await renderPage(notebook([textCell("# Plain\n\n$5 and $6")]));
  expect(plain.length).toBeLessThan(60_000);
  expect(plain).not.toContain("font/woff2");
  const formula = await renderPage(notebook([textCell("$x^2$")]));
  expect(formula).toContain("font/woff2");
  expect(formula).not.toContain("KaTeX_Fraktur-Regular");
  expect(formula.length).toBeLessThan(200_000);
});

test("renderPage(notebook) with ten charts stays below two megabytes", async () => {
  const charts = await Promise.all(Array.from({ length: 10 }, (_, at) => shown(lines(`Chart ${at}`))));
  const html = await renderPage(notebook([textCell("# Ten $x$"), codeCell("ten()", charts)]));
  expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
});

test("renderPage(notebook) lets no attack through", async () => {
  const document = documentOf(await renderPage(hostileNotebook()));
  const main = document.querySelector("main");
  expect(
    main?.querySelectorAll("script:not([type='application/json']), style, link, meta, base, iframe, object, embed, form, input"),
  ).toHaveLength(0);
  for (const element of main?.querySelectorAll("*") ?? []) {
    for (const { name, value } of element.attributes) {
      expect(name, value).not.toMatch(/^on/);
      if (name === "href" || name === "src") expect(value).toMatch(/^(?:#|data:image\/)/);
      if (name === "style") expect(value).not.toMatch(/position|inset|transform|margin|url\(http/);
    }
  }
  expect(document.querySelectorAll("#text")).toHaveLength(1);
  expect(main?.textContent).toContain("The page goes on.");
});

test.each(attacks)("renderPage(notebook) puts no handler, script or fetch in the page for %s", async (attack) => {
  const document = await pageOf(codeCell("attack()", [display({ "text/html": attack })]));
  const output = document.querySelector(".output")?.outerHTML ?? "";
  expect(output).not.toMatch(/\son\w+=|<script|javascript:|127\.0\.0\.1|<style/i);
});

test("renderPage(notebook) escapes the JSON of a chart, so that no text in it can end its script", async () => {
  const html = await renderPage(hostileNotebook());
  const json = documentOf(html).querySelector("figure.chart script")?.textContent ?? "";
  expect(json).not.toContain("<");
  expect(JSON.parse(json).data[0].name).toBe("</script><script>window.attacked = 1</script>");
});

test("renderPage(notebook) shows the richest kind of each output", async () => {
  const document = await pageOf(
    codeCell("a", [display({ "text/plain": "plain", "text/html": "<b>rich</b>" })]),
    codeCell("b", [display({ "text/plain": "plain", "text/markdown": "*marked*" })]),
    codeCell("c", [display({ "text/plain": "a dot", "image/png": "iVBORw0KGgo=\n" })]),
    codeCell("d", [display({ "application/json": { a: 1 } })]),
  );
  const outputs = [...document.querySelectorAll(".output")].map(({ innerHTML }) => innerHTML);
  expect(outputs[0]).toBe("<b>rich</b>");
  expect(outputs[1]).toContain("<em>marked</em>");
  expect(outputs[2]).toContain('<img src="data:image/png;base64,iVBORw0KGgo=" alt="a dot">');
  expect(outputs[3]).toContain('"a": 1');
});

test("renderPage(notebook) joins a stream's pieces, drops colour codes and keeps the last state of a line", async () => {
  const stream = (text: string) => ({ output_type: "stream", name: "stdout", text });
  const document = await pageOf(codeCell("a", [stream("10 %\r"), stream("100 %\n\u001b[32mdone\u001b[0m\n")]));
  expect(document.querySelector("pre.stream")?.textContent).toBe("100 %\ndone");
});

test("renderPage(notebook) cuts a very long output and says so", async () => {
  const document = await pageOf(codeCell("a", [{ output_type: "stream", name: "stdout", text: "x".repeat(1_000_000) }]));
  expect(document.querySelector("pre.stream")?.textContent).toHaveLength(50_000);
  expect(document.querySelector(".omitted")?.textContent).toContain("The rest of this output was left out.");
});

test("renderPage(notebook) leaves out HTML beyond a million characters and rows beyond 2,000, and says so in both languages", async () => {
  const row = (at: number) => `<tr><td>${at}</td></tr>`;
  const rows = (count: number) => `<table><tbody>${Array.from({ length: count }, (_, at) => row(at)).join("")}</tbody></table>`;
  const began = Date.now();
  const document = await pageOf(
    codeCell("a", [display({ "text/html": rows(100_000) }), display({ "text/html": `<p>${"word ".repeat(12_000_000)}</p>` })]),
  );
  expect(Date.now() - began).toBeLessThan(20_000);
  expect(document.querySelectorAll("tbody tr")).toHaveLength(2000);
  const said = [...document.querySelectorAll(".omitted")].map(({ textContent }) => textContent ?? "");
  expect(said).toHaveLength(2);
  expect(said[0]).toContain("after the first 2,000");
  expect(said[0]).toContain("2,000 行");
  expect((await pageOf(codeCell("a", [display({ "text/html": rows(2000) })]))).querySelector(".omitted")).toBeNull();
}, 60_000);

test("renderPage(notebook) bounds what a cell's HTML may measure", async () => {
  const big = [
    "width:9000px",
    "padding:2000px",
    "font-size:600px",
    "border:900px solid #123456",
    "min-width:1e9px",
    "max-width:calc(9px*999)",
  ];
  const small = ["width:50%", "padding:4px 1em", "font-size:1.2em", "border:1px solid #1e9e99", "color:#123456"];
  const html = [...big, ...small].map((style) => `<div style="${style}">x</div>`).join("");
  const document = await pageOf(
    codeCell("a", [display({ "text/html": `${html}<marquee>y</marquee><table width="9000"></table>` })]),
  );
  const output = document.querySelector(".output");
  const styles = [...(output?.querySelectorAll("div") ?? [])].map((element) => element.getAttribute("style") ?? "");
  expect(styles.filter((style) => style !== "")).toEqual(small.map((style) => style.replace(":", ": ")));
  expect(output?.querySelector("marquee, table[width]")).toBeNull();
});

test("renderPage(notebook) writes the still picture's texts in both languages", async () => {
  const document = documentOf(await renderPage(notebook([textCell("# a", "# 甲"), codeCell("a", [await shown(lines())])])));
  const texts = [...document.querySelectorAll(".static text[data-lang=zh]")].map(({ textContent }) => textContent);
  expect(texts).toEqual(expect.arrayContaining(["郑州", "年份", "指数，2018年 = 100"]));
  expect(document.querySelectorAll(".static text[data-lang=en]")).toHaveLength(texts.length);
});

test("renderPage(notebook) says first that a run failed or did not finish", async () => {
  const failed = codeCell("a", [{ output_type: "error", ename: "TypeError", evalue: "no", traceback: ["at cell 1:2"] }]);
  const document = await pageOf(failed, codeCell("b", [], { execution_count: null }));
  expect(document.querySelector(".banner")?.textContent).toContain("1 failed and 1 not run, of 2 code cells");
  expect(document.querySelector(".error")?.textContent).toContain("TypeError: no");
  const whole = await pageOf(codeCell("a"), codeCell("b", [], { execution_count: null, metadata: { tags: ["skip-execution"] } }));
  expect(whole.querySelector(".banner")).toBeNull();
});

test("renderPage(notebook) numbers figures and captioned tables, but not cards", async () => {
  const document = documentOf(await renderPage(await richNotebook()));
  const captions = [...document.querySelectorAll("figcaption .number [data-lang=en]")].map(({ textContent }) => textContent);
  expect(captions).toEqual(["Figure 1", "Figure 2", "Table 1", "Table 2", "Figure 3"]);
});

test("renderPage(notebook) gives every id once", async () => {
  const document = documentOf(await renderPage(await richNotebook()));
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("renderPage(notebook) offers Chinese only where a text cell has it", async () => {
  const both = documentOf(await renderPage(notebook([textCell("# Depth", "# 深度")])));
  expect(both.querySelector("[data-action=language]")).not.toBeNull();
  expect(both.documentElement.getAttribute("data-title-zh")).toBe("深度");
  const one = documentOf(await renderPage(notebook([textCell("# Depth")])));
  expect(one.querySelector("[data-action=language]")).toBeNull();
});

test("renderPage(notebook, { language, title }) opens in that language under that title", async () => {
  const document = documentOf(await renderPage(notebook([textCell("# 深度")]), { language: "zh", title: "<b>" }));
  expect(document.documentElement.lang).toBe("zh-Hans");
  expect(document.title).toBe("<b>");
});

test("renderPage(notebook) sets Chinese without stray spaces or asterisks, and leaves prices alone", async () => {
  const document = await pageOf(textCell("**结论：**合肥\n最高。The price rose from $5 to $6.\n\n$$\nx = 1\n$$"));
  const [first] = document.querySelectorAll("p");
  expect(first?.innerHTML).toBe("<strong>结论：</strong>合肥最高。The price rose from $5 to $6.");
  expect(document.querySelectorAll(".formula math")).toHaveLength(1);
});

test("renderPage(notebook) shows a picture pasted into a text cell, and of one on a server its description", async () => {
  const document = await pageOf({
    ...textCell("![here](attachment:a%20b.png) ![there](https://example.org/x.png)"),
    attachments: { "a b.png": { "image/png": "iVBORw0KGgo=" } },
  });
  expect([...document.querySelectorAll("main img")].map((image) => image.getAttribute("src"))).toEqual([
    "data:image/png;base64,iVBORw0KGgo=",
  ]);
  expect(document.querySelector("p")?.textContent).toContain("there");
});

test("renderPage(notebook, { provenance }) writes what the caller says, escaped, and else what the runner left", async () => {
  const provenance = {
    commit: "d7abf8c",
    parameters: { city: "<郑州>" },
    inputs: [{ path: "a.csv", sha256: "00ff" }],
    durationSeconds: 2.41,
  };
  const given = documentOf(await renderPage(notebook([]), { provenance })).querySelector("footer")?.textContent;
  for (const part of ["d7abf8c", "city = <郑州>", "a.csv", "00ff", "2.4"]) expect(given).toContain(part);
  const left = await renderPage(notebook([], { soundings: { provenance: { commit: "feedbee", inputs: 7 } } }));
  expect(documentOf(left).querySelector("footer")?.textContent).toContain("feedbee");
});

test("renderPage(notebook) survives outputs and metadata that are not what they should be", async () => {
  const meta = { soundings: { caption: 1, alt: null, source: {}, titleBand: "x", translations: {} } };
  const document = await pageOf(
    textCell("![](attachment:%E0%A4%A) goes on"),
    codeCell("a", [display({ "application/vnd.plotly.v1+json": null, "text/plain": ["a", "b"] })]),
    codeCell("b", [display({ "application/vnd.plotly.v1+json": { data: 7, layout: { meta } } }), { output_type: "error" }, {}]),
    codeCell("c", [], { outputs: "none", metadata: null, execution_count: "x" }),
    { cell_type: "raw", source: ["<b>", "raw"], metadata: { soundings: { zh: 3 } } },
  );
  expect(document.querySelectorAll("figure.chart")).toHaveLength(2);
  expect(document.querySelector("#figure-1-alt")?.textContent).toBe("ab");
  expect(document.querySelector("pre.code-text:not(details *)")?.textContent).toBe("<b>raw");
});

test("renderPage(notebook) refuses what is no notebook of nbformat 4 and says what it saw", async () => {
  await expect(renderPage([])).rejects.toThrow(NotebookError);
  await expect(renderPage({ nbformat: 3, worksheets: [] })).rejects.toThrow("The notebook has nbformat 3; wanted 4.");
  await expect(renderPage(notebook([{ cell_type: "widget", metadata: {}, source: "" }]))).rejects.toThrow(
    'Cell 1 has the type "widget"',
  );
});

test("writePage(input, output) writes the page whole, and nothing at all for a broken notebook", async () => {
  const folder = await mkdtemp(join(tmpdir(), "page-"));
  try {
    const [input, output] = [join(folder, "a.ipynb"), join(folder, "site", "a.html")];
    await writeFile(input, JSON.stringify(notebook([textCell("# Depth")])));
    await writePage(input, output);
    expect(await readFile(output, "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    await writeFile(input, '{"cells": [');
    await expect(writePage(input, join(folder, "site", "b.html"))).rejects.toThrow("This is not a notebook");
    expect(await readdir(join(folder, "site"))).toEqual(["a.html"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const columnsTable = (rows: readonly (readonly string[])[]) => {
  const cells = rows.map(
    (row) =>
      `<tr>${row.map((cell, at) => (at === 1 ? `<td style="text-align:right">${cell}</td>` : `<td>${cell}</td>`)).join("")}</tr>`,
  );
  const heads = ["City", "Price", "One zone under the first four rules", "Because"].map((head) => `<th>${head}</th>`).join("");
  return `<table><thead><tr>${heads}</tr></thead><tbody>${cells.join("")}</tbody></table>`;
};

test("renderPage(notebook) keeps short cells on a line and gives a column of sentences a least width", async () => {
  const why =
    "the report names no index and no years; by consumer prices the cost is this, and the printed figure needs 5.3% a year";
  const html = columnsTable([
    ["Chengdu 成都", "12,345", "2022-03-31", why],
    ["Xi'an 西安", "9", "", ""],
  ]);
  const document = await pageOf(codeCell("a", [display({ "text/html": html })]));
  const whole = [...document.querySelectorAll("td.whole")].map(({ textContent }) => textContent);
  expect(whole).toEqual(["Chengdu 成都", "12,345", "2022-03-31", "Xi'an 西安", "9", ""]);
  const least = [...document.querySelectorAll("th")].map((head) =>
    Number(/--least:(\d+)ch/.exec(head.getAttribute("style") ?? "")?.[1]),
  );
  expect(least).toEqual([2, 2, 12, 20]);
});

test("renderPage(notebook) measures a cell of two languages by the longer one, and leaves merged cells alone", async () => {
  const both = '<span data-lang="en">no data</span><span data-lang="zh" lang="zh-Hans" hidden>无数据</span>';
  const document = await pageOf(
    codeCell("a", [display({ "text/html": columnsTable([[both, "1", "", ""]]) })]),
    codeCell("b", [display({ "text/html": '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>' })]),
  );
  expect(document.querySelector("table td")?.classList.contains("whole")).toBe(true);
  expect(document.querySelectorAll("table")[1]?.querySelectorAll(".whole, [style]")).toHaveLength(0);
});

test("renderPage(notebook) keeps dates and percentages on a line, in text, tables and captions, not in code", async () => {
  const document = await pageOf(
    textCell("It fell by 0.8–1 % from 2025-07 to 2025-12-31, or `10 %` of 2025-07."),
    codeCell("a", [await shown(lines("Prices, 2021-03 to 2024-01"))]),
  );
  const whole = [...document.querySelectorAll(".whole")].map(({ textContent }) => textContent);
  expect(whole).toEqual(["0.8–1 %", "2025-07", "2025-12-31", "2025-07", "2021-03", "2024-01"]);
  expect(document.querySelector("p")?.textContent).toBe("It fell by 0.8–1 % from 2025-07 to 2025-12-31, or 10 % of 2025-07.");
});

test("renderPage(notebook) writes the titles at the foot of printed sheets, as no more than texts", async () => {
  const title = '"} body { display: none } </style><script>attack()</script> \\';
  const html = await renderPage(notebook([textCell("# Depth", "# 深度")]), { title });
  expect(html).toContain('@page en{@bottom-left{content:"Soundings · ');
  expect(documentOf(html).querySelectorAll("style")).toHaveLength(1);
  expect(documentOf(html).querySelectorAll("script")).toHaveLength(1);
  const style = documentOf(html).querySelector("style")?.textContent ?? "";
  expect(style).not.toContain("display: none }");
  const plain = await renderPage(notebook([textCell("# Depth", "# 深度")]));
  expect(plain).toMatch(/@page zh\{@bottom-left\{content:"Soundings · 深度"/);
});

test("renderPage(notebook) names regions in both languages, a card by its caption", async () => {
  const document = documentOf(await renderPage(await richNotebook()));
  for (const named of document.querySelectorAll("[aria-label]"))
    expect(named.getAttribute("data-label-zh")).toMatch(/[\u4e00-\u9fff]/);
  const card = document.querySelector("figure.card");
  const caption = document.getElementById(card?.querySelector(".box")?.getAttribute("aria-labelledby") ?? "");
  expect(caption?.textContent).toContain("Zhengzhou, 2022-07");
  expect(card?.querySelector("table")?.getAttribute("role")).toBe("table");
});

test("renderPage(notebook) lets a long printed table break between rows, and a short one not", async () => {
  const document = documentOf(await renderPage(await richNotebook()));
  const split = [...document.querySelectorAll("figure.table")].map((figure) => figure.classList.contains("split"));
  expect(split).toEqual([false, true, false, false]);
});
