/** Calls of every function with generated arguments: edges, zeros, equal numbers, extremes, and what lies beside them. */
import fc from "fast-check";
import { type Definition, InputError, type Parameter, publishedScores, regions, type Unit } from "soundings";

type Named = Readonly<Record<string, unknown>>;

const beside = (edges: readonly number[]) => edges.flatMap((edge) => [edge, edge - 1e-4, edge + 1e-4, edge + 1e-7, edge - 1e-11]);
/** Numbers as they are computed and as they are typed. None is nearer to 0 than a double may hold six digits of in a sum. */
const decimal = (min: number, max: number) => {
  const any = fc.double({ min, max, noNaN: true }).filter((value) => value === 0 || Math.abs(value) > 1e-5);
  return fc.oneof(
    any,
    fc.tuple(any, fc.integer({ min: 0, max: 5 })).map(([value, decimals]) => Number(value.toFixed(decimals))),
  );
};

const money = [0, 1, 100, 400, 500, 700, 1000, 10_000, 1_000_000, 1_234_567.891, 2e9];
/** Values that have been wrong before, and the range of the others. */
const pools: Partial<Record<Unit, readonly [special: readonly number[], rest: fc.Arbitrary<number>]>> = {
  fraction: [
    [0, 0.005, 0.02, ...beside([0.025, 0.03, 0.1, 0.2]), 0.3, 0.35, 0.5, 0.6, 0.7, 1, -0.002, -0.0025, -0.008, -0.01, -0.3, 1e-6],
    fc.oneof(decimal(-0.5, 1), decimal(-0.05, 0.05)),
  ],
  points: [[0, 39.999, 39.9999999999, ...beside([40, 65, 70]), 100, -60, 0.001], decimal(-100, 250)],
  money: [money, fc.oneof(decimal(0, 200), decimal(0, 1e7))],
  "yuan-per-square-metre": [money, fc.oneof(decimal(0, 200), decimal(0, 1e5))],
  multiple: [beside([1.5, 3]), decimal(0, 10)],
  months: [[0, 1, 2, 12, 60, 240, 360, 1200], fc.integer({ min: 0, max: 400 })],
  years: [[1, 30, 51, 70], decimal(0, 100)],
  "calendar-year": [[1998, 2005, 2010, 2025], fc.integer({ min: 1950, max: 2050 })],
  persons: [[0, 1, -1, 1.5, 2.62, 120_000, 1e-10], decimal(-1000, 1000)],
  count: [[1, 2, 5, 20], decimal(0, 40)],
};
/** What no unit says. */
const own: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "RELAY_COUNT.total_fall": fc.oneof(fc.constantFrom(0, 0.3, 0.5, 0.657, 0.8, 0.99), decimal(0, 0.9999)),
  "FALL_RATE.total_fall": fc.oneof(fc.constantFrom(0, 0.5, 0.9), decimal(0, 0.9999)),
  "RELAY_COUNT.max_loss": fc.oneof(fc.constantFrom(0.1, 0.3, 0.5, 1, 0.12), decimal(0.01, 1)),
  "FALL_TIME.rate": fc.oneof(fc.constantFrom(-0.015, 0.02), decimal(-0.5, 0.5)),
  "IHCI.weights": fc.array(fc.constantFrom(0, 1, 0.5, 0.3, 5), { minLength: 1, maxLength: 9 }),
  "BOTTOM_CARD.as_of": fc.constantFrom("2025-09", "2025-12", "2024-01"),
  "HPI_CITY.city": fc.constantFrom(
    ...publishedScores.flatMap(({ city }) => [city.zh, city.en]),
    ...Object.values(regions).map(({ zh }) => zh),
  ),
  "SOUNDINGS_SOURCE.name": fc.constantFrom("HPI", "rent_gap", "RELAY"),
  "HPI_TABLE.by": fc.constantFrom("城市", "all"),
};

function numberIn(unit: Unit): fc.Arbitrary<number> {
  const [special, rest] = pools[unit] ?? [[0, 1], decimal(0, 1000)];
  return fc.oneof(fc.constantFrom(...special), rest);
}

function argument(definition: Definition, p: Parameter): fc.Arbitrary<unknown> {
  const special = own[`${definition.id}.${p.name}`];
  if (special) return special;
  switch (p.shape) {
    case "number":
      return numberIn(p.unit);
    case "column":
      return fc.array(numberIn(p.unit), { minLength: 1, maxLength: 9 });
    case "flag":
      return fc.boolean();
    case "flags":
      return fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });
    case "choice":
      return fc.constantFrom(...p.choices.map(({ value }) => value));
    case "block":
      return blocks[definition.id] ?? fc.constantFrom([[]]);
    case "text":
      return fc.constant("");
  }
}

const lots = fc.array(
  fc.record({
    city: fc.constantFrom("甲", "乙", "丙", "丁"),
    start: fc.oneof(fc.constantFrom(1, 10, 40), decimal(1, 50)),
    rises: fc.oneof(fc.constantFrom(0, 0.65, 0.7, 0.4, 1), decimal(0.5, 1.5)),
    cut: fc.constantFrom(0, 0.05, 0.1, 0.2, 0.21),
    backstop: fc.constantFrom("是", "否"),
  }),
  { minLength: 1, maxLength: 14 },
);
const unit = fc.constantFrom("亿元", "万元");
const auctions = fc.tuple(lots, unit, unit).map(([rows, startUnit, dealUnit]) => [
  ["城市", `起始价（${startUnit}）`, `成交价（${dealUnit}）`, "降价幅度", "兜底"],
  ...rows.map(({ city, start, rises, cut, backstop }) => {
    const times = startUnit === dealUnit ? 1 : startUnit === "亿元" ? 1e4 : 1e-4;
    return [city, start, start * rises * times, cut, backstop];
  }),
  ["合计", 1, 1, "", ""],
]);
const boards = fc
  .array(
    fc.tuple(
      fc.constantFrom("东", "西", "南"),
      fc.oneof(fc.constantFrom("", 15_000, 30_000, "２８，０００"), decimal(3000, 90_000)),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((rows) => [["板块", "均价（元/㎡）"], ...rows]);
const homes = fc
  .array(
    fc.tuple(
      fc.constantFrom("东", "西", "南"),
      fc.constantFrom(20_000, 15_000, 12_000.5, ""),
      fc.constantFrom(30, 39.5, 25, 41.6666667, ""),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((rows) => [["城市", "均价（元/㎡）", "月租金（元/㎡/月）"], ...rows]);
const blocks: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  HPI_TABLE: auctions,
  IHCI_MAP: boards,
  RENT_TABLE: homes,
  READ_AS: fc.oneof(auctions, boards, homes),
};

/** Arguments of a function, optional ones at times, columns of one length, and at times two numbers that are equal. */
export function argumentsOf(definition: Definition): fc.Arbitrary<Named> {
  const { params } = definition;
  const all = fc.record(Object.fromEntries(params.map((p) => [p.name, argument(definition, p)])), {
    requiredKeys: params.filter((p) => p.presence === "required").map((p) => p.name),
  });
  const numbers = params.filter((p) => p.shape === "number");
  const pair = fc.tuple(fc.nat(Math.max(0, numbers.length - 1)), fc.nat(Math.max(0, numbers.length - 1)), fc.nat(5));
  return fc
    .tuple(all, pair)
    .map(([given, [a, b, chance]]) => ofOneLength(params, equalAt(chance, numbers[a], numbers[b], given)));
}

function equalAt(chance: number, a: Parameter | undefined, b: Parameter | undefined, given: Named): Named {
  if (chance > 1 || a === undefined || b === undefined || a.unit !== b.unit || given[a.name] === undefined) return given;
  return { ...given, [b.name]: Number(given[a.name]) * (chance === 0 || a.unit === "calendar-year" ? 1 : 1 + 1e-6) };
}

function ofOneLength(params: readonly Parameter[], given: Named): Named {
  const lengthOf = (name: string) => (given[name] as readonly unknown[]).length;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const like = params.find((p) => p.name === name)?.sameLengthAs;
      if (like === undefined || !Array.isArray(value)) return [name, value];
      return [name, Array.from({ length: lengthOf(like) }, (_, i) => value[i % value.length])];
    }),
  );
}

/** Whether a call has an answer. */
export function isAnswered(definition: Definition, named: Named): boolean {
  try {
    definition.evaluate(named);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
