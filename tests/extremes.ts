/**
 * Arguments at the ends of what a function takes, and cells that hold anything at all: what the tests of core and of cells
 * call every function with. Here: the arguments, from their own descriptions. Not here: what must come of them.
 */
import fc from "fast-check";
import type { Definition, Parameter } from "soundings";

type Named = Readonly<Record<string, unknown>>;

const greatest = Number.MAX_VALUE;
/** The step from 1 to the next number. */
const step = 2 ** -52;
const sizes = [0, 5e-324, 2 ** -1022, 1e-300, 1e-155, 1e-16, 1e-9, 0.1, 0.5, 1 - step, 1, 1 + step, 2, 12, 360, 1200, 2025, 1e9]
  .concat([2 ** 53, 1e155, 1e300, greatest / 2, greatest])
  .flatMap((size) => [size, -size]);

function isInside({ domain: d }: Parameter, value: number): boolean {
  return (
    !(d.above !== undefined && value <= d.above) &&
    !(d.atLeast !== undefined && value < d.atLeast) &&
    !(d.below !== undefined && value >= d.below) &&
    !(d.atMost !== undefined && value > d.atMost) &&
    !(d.whole && !Number.isInteger(value)) &&
    !(d.divides && value === 0) &&
    Math.abs(value) <= (d.wholePercentBeyond ?? greatest) &&
    value <= (d.wholePercentAbove ?? greatest)
  );
}

/** Both ends of a domain, and the numbers next to them. */
function ends({ domain: d }: Parameter): number[] {
  const bounds = [d.above, d.atLeast, d.below, d.atMost, d.wholePercentBeyond, d.wholePercentAbove].flatMap((at) => at ?? []);
  return [...bounds, -(d.wholePercentBeyond ?? 0)].flatMap((at) => [at, at * (1 + step), at * (1 - step)]);
}

function numberOf(p: Parameter): fc.Arbitrary<number> {
  const ofUnit = p.unit === "calendar-year" ? [1900, 1998, 2025, 2200] : [];
  const inside = [...sizes, ...ends(p), ...ofUnit, ...ofUnit, ...ofUnit].filter((value) => isInside(p, value));
  return fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...inside) }, fc.constantFrom(...sizes));
}

const headings = [
  ["城市", "起始价（亿元）", "成交价（万元）", "降价幅度"],
  ["城市", "起始价", "成交价", "可比基准"],
  ["板块", "均价（元/㎡）", "月租金（元/㎡/月）", "备注"],
  ["板块", "均价", "月租金", "备注"],
];
const blocks = fc
  .tuple(
    fc.constantFrom(...headings),
    fc.array(fc.tuple(...Array(3).fill(fc.constantFrom(...sizes, "", null, "1e300", "9".repeat(400)))), {
      maxLength: 12,
      minLength: 1,
    }),
  )
  .map(([names, rows]) => [names, ...rows.map((cells, i) => [`甲${i}`, ...cells])]);

function argumentOf(p: Parameter, rows: number): fc.Arbitrary<unknown> {
  switch (p.shape) {
    case "number":
      return numberOf(p);
    case "column":
      return fc.array(numberOf(p), { minLength: rows, maxLength: rows });
    case "flag":
      return fc.boolean();
    case "flags":
      return fc.array(fc.boolean(), { minLength: rows, maxLength: rows });
    case "choice":
      return fc.constantFrom(...p.choices.map(({ value }) => value));
    case "text":
      return fc.constantFrom("2025-09", "9999-12", "合肥", "HPI", "all");
    case "block":
      return blocks;
  }
}

/** All arguments of a call, or the required ones and some of the others; columns of one length, at times of none. */
export function extremeArguments({ params }: Definition): fc.Arbitrary<Named> {
  const required = params.filter((p) => p.presence === "required").map((p) => p.name);
  return fc.integer({ min: 0, max: 4 }).chain((rows) => {
    const each = Object.fromEntries(params.map((p) => [p.name, argumentOf(p, rows)]));
    return fc.oneof(fc.record(each), fc.record(each, { requiredKeys: required }));
  });
}

/** An error as Excel hands it over. */
const errorCell = { code: "#DIV/0!" };
const anything: readonly unknown[] = [
  ...[
    null,
    undefined,
    "",
    " ",
    "12",
    "１２％",
    "-1e-400",
    "甲",
    "#N/A",
    "2025-09-13",
    true,
    false,
    0,
    -0,
    45_000,
    5e-324,
    greatest,
  ],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 12n, Symbol("a cell"), () => 1, "\ud800", "__proto__"],
  ...[new Date(0), new Date(Number.NaN), new Error("a cell"), errorCell, { code: "unknown" }, Object.create(null), new Map()],
  ...[{ basicValue: 5 }, { basicValue: Number.NaN }, { functionName: "HPI" }],
];
const ranges: readonly unknown[] = [
  ...[
    [],
    [[]],
    [[1], [2, 3]],
    [
      [1, 2],
      [3, 4],
    ],
    [1, [2]],
    [[1], 2],
    new Array(3),
    [[1], new Array(1)],
    new Float64Array(2),
  ],
  ...[new BigInt64Array(1), new DataView(new ArrayBuffer(8)), ...anything.map((cell) => [[cell], [1]])],
  [
    ["城市", "起始价", "成交价"],
    ["甲", { basicValue: 1 }, 12n],
  ],
];

/** Extreme arguments of which one or two are anything at all. */
export function strangeArguments(definition: Definition): fc.Arbitrary<Named> {
  const names = definition.params.map((p) => p.name);
  if (names.length === 0) return fc.constant({});
  const spoilt = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...anything, ...ranges), { minKeys: 1, maxKeys: 2 });
  return fc.tuple(extremeArguments(definition), spoilt).map(([given, spoil]) => ({ ...given, ...spoil }));
}
