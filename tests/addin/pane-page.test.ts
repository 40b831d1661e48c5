import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withNotebooks, withoutOffice } from "../../addin/pane-page.js";

const html = readFileSync(new URL("../../addin/taskpane/taskpane.html", import.meta.url), "utf8");

test("withoutOffice(html) loads neither Office.js nor the functions' script, and is the same page otherwise", () => {
  const left = withoutOffice(html);
  expect(left).not.toMatch(/office|functions\.js/i);
  expect(html.split("\n").filter((line) => !left.split("\n").includes(line))).toHaveLength(3);
});

test("withNotebooks(html, list) names the list, and the policy lets in nothing more", () => {
  const page = withNotebooks(html, "../notebooks/notebooks.json");
  expect(page).toContain('<link id="notebooks-list" rel="index" href="../notebooks/notebooks.json" />');
  expect(page.replace(/ *<link id="notebooks-list".*\n/, "")).toBe(html);
});

test("both refuse a page that has not the lines that they know", () => {
  expect(() => withoutOffice("<html></html>")).toThrow("taskpane.html has no line");
  expect(() => withNotebooks("<html></html>", "x")).toThrow("taskpane.html has no line");
});
