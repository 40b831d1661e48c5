/** Formulas and the pane's address in a deployment whose functions have a prefix. */
import { catalog } from "soundings";
import { describe, expect, it } from "vitest";
import { cellExamples } from "../../addin/examples.js";
import { definitionOf } from "../../addin/explain/formula.js";
import { formulaOf } from "../../addin/formula.js";
import { prefixIn, prefixQuery, withPrefix } from "../../addin/prefix.js";
import { prefixedTemplate } from "../../addin/templates/template.js";
import { templates } from "../../addin/templates/templates.js";

describe("withPrefix(text, prefix)", () => {
  it("puts the prefix before our functions, nested ones too, and before no other", () => {
    expect(withPrefix("=IF(SUM(A1)>0,HPI(A1:A2,B1:B2),IHCI_ZONE(IHCI_MULT(C1,D1)))", "SND")).toBe(
      "=IF(SUM(A1)>0,SND.HPI(A1:A2,B1:B2),SND.IHCI_ZONE(SND.IHCI_MULT(C1,D1)))",
    );
  });

  it("leaves texts in quotes as they are, and what has a prefix already", () => {
    expect(withPrefix('=HPI_CITY("HPI(""HPI(")&SND.HPI(A1,B1)', "SND")).toBe('=SND.HPI_CITY("HPI(""HPI(")&SND.HPI(A1,B1)');
  });

  it("changes nothing without a prefix", () => expect(withPrefix("=HPI(A1,B1)", undefined)).toBe("=HPI(A1,B1)"));

  it.each(catalog.map((d) => [d.id, d] as const))("%s: an example with the prefix is the same call", (id, definition) => {
    for (const { args } of cellExamples(definition)) {
      const bare = formulaOf(definition, args);
      expect(withPrefix(bare, "ABC")).toBe(bare.replace("=", "=ABC."));
    }
    expect(definitionOf(`ABC.${id}`)).toBe(definition);
  });
});

describe("prefixIn(query)", () => {
  it("reads what prefixQuery writes, beside what Office adds to the address", () => {
    expect(prefixIn(prefixQuery("snd"))).toBe("SND");
    expect(prefixIn(`${prefixQuery("SND")}&_host_Info=Excel$Win32$16.01$en-US`)).toBe("SND");
  });

  it("takes no word that Excel would not", () => {
    for (const query of ["", "?prefix=", "?prefix=1A", "?prefix=A.B", "?prefix=%3CB%3E"]) expect(prefixIn(query)).toBeUndefined();
  });
});

const each = templates.flatMap((template) =>
  (["en", "zh"] as const).map((language) => [template.id, language, template] as const),
);

it.each(each)("prefixedTemplate(%s) in %s leaves no bare call, in formulas and in texts", (_, language, template) => {
  const texts = prefixedTemplate(template, "ABC")
    .cells(language)
    .flatMap(({ content }) => (typeof content === "string" ? [content] : []));
  const bare = new RegExp(`(?<![\\w.])(${catalog.map(({ id }) => id).join("|")})\\(`);
  expect(texts.filter((text) => bare.test(text))).toEqual([]);
  expect(texts.filter((text) => text.startsWith("=ABC.")).length).toBeGreaterThan(4);
  expect(prefixedTemplate(template, undefined).cells(language)).toEqual(template.cells(language));
});
