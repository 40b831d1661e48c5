/** Reading one cell's text: what is read back is what was written, and nothing is read that is not a number. */
import fc from "fast-check";
import { readFlag, readNumber } from "soundings";
import { describe, expect, it } from "vitest";

/** As a Chinese input method writes it. */
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(" ", "\u3000");

/** Without −0, which is written "0". */
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);

describe("readNumber(text)", () => {
  it("reads every number back as it was written, also in full width and with spaces around it", () => {
    fc.assert(
      fc.property(finite, (x) => {
        for (const text of [String(x), fullWidth(String(x)), `  ${x}\u3000`]) expect(readNumber(text)).toBe(x);
      }),
    );
  });

  it("reads numbers with thousands separators as those without", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 10 ** 14 }), (x) => {
        const text = x.toLocaleString("en-US");
        expect(text).toContain(",");
        expect([readNumber(text), readNumber(fullWidth(text)), readNumber(`-${text}.0`)]).toEqual([x, x, -x]);
      }),
    );
  });

  it("reads a percentage as the double nearest to its fraction", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (hundredths) => {
        const text = `${(hundredths / 100).toFixed(2)}%`;
        expect(readNumber(text)).toBe(Number(`${(hundredths / 100).toFixed(2)}e-2`));
      }),
    );
  });

  it("reads no text with a letter, unit or currency sign in it", () => {
    const sign = fc.constantFrom(..."亿万元㎡年月日abxyz¥$€()/:²③½");
    fc.assert(
      fc.property(finite, sign, fc.boolean(), (x, extra, before) => {
        expect(readNumber(before ? `${extra}${x}` : `${x}${extra}`)).toBeUndefined();
      }),
    );
  });

  it("is never longer in deciding than the text is long", () => {
    const began = performance.now();
    expect(readNumber(`${"1".repeat(100_000)},`)).toBeUndefined();
    expect(readNumber("1,111".repeat(20_000))).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("readFlag(text)", () => {
  it("reads no number but 1 and 0", () => {
    fc.assert(fc.property(fc.integer({ min: 2 }), (x) => readFlag(String(x)) === undefined));
    expect([readFlag("1"), readFlag("０")]).toEqual([true, false]);
  });
});
