/** The page for when something goes wrong in Excel: whole in both languages, and complete. */
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { helpPage } from "../../cli/site/help-page.js";
import { symptoms } from "../../cli/site/symptoms.js";

const { document } = new JSDOM(helpPage()).window;

describe("helpPage()", () => {
  it("has a place for every error that a cell of ours can show", () => {
    const seen = symptoms.map(({ seen }) => seen.en).join(" ");
    for (const code of ["#NAME?", "#BUSY!", "#VALUE!", "#N/A", "#NUM!", "#DIV/0!", "#SPILL!", "#CALC!", "#REF!"]) {
      expect(seen).toContain(code);
    }
  });

  it("gives each symptom a place of its own, linked from the top, with cause and cure in both languages", () => {
    expect(new Set(symptoms.map(({ id }) => id)).size).toBe(symptoms.length);
    for (const { id } of symptoms) {
      expect(document.querySelectorAll(`main > ul a[href="#${id}"]`)).toHaveLength(1);
      for (const language of ["en", "zh-CN"]) {
        const words = Array.from(document.querySelectorAll(`#${id} > p[lang="${language}"]`), (p) => p.textContent ?? "");
        expect(words).toHaveLength(2);
        for (const text of words) expect(text.length).toBeGreaterThan(5);
      }
    }
  });
});
