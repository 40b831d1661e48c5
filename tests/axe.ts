/** axe-core on a page: what a reader with a screen reader, a keyboard or low vision would stumble over. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(within: string): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** axe's violations within a selector, one line each. */
export async function violations(page: Page | Frame, within = "html"): Promise<string[]> {
  // Evaluated, not added as a script: the pages' content security policy allows no inline script.
  await page.evaluate(source);
  const results = await page.evaluate((scope) => (window as unknown as { axe: Axe }).axe.run(scope), within);
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ""}`));
}
