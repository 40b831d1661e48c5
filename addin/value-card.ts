/**
 * A value with its card, for Microsoft 365: the parts, the arguments as read, the formula, the source. A number stays a
 * number. Here: Excel's data types, as plain data. Not here: whether this Excel takes them (cards-setting.ts).
 *
 * Excel wants every property as a value of its own type, and shows them in the order of the sections.
 */
import {
  cite,
  type Definition,
  findDefinition,
  InputError,
  type Language,
  type Result,
  type Scalar,
  type Unit,
  version,
} from "soundings";
import { toCells } from "./cells.js";
import { numberFormats } from "./number-formats.js";
import type { Wordless } from "./wordless.js";

type Named = Readonly<Record<string, unknown>>;
type Property = Excel.DoubleCellValue | Excel.StringCellValue | Excel.BooleanCellValue;
type Section = readonly (readonly [name: string, value: Property])[];

const words = {
  en: { parts: "In parts", read: "Read as", given: "Arguments", formula: "Formula", source: "Source", version: "Version" },
  zh: { parts: "分解", read: "读作", given: "参数", formula: "公式", source: "出处", version: "版本" },
} as const satisfies Record<Language, object>;

/** Rows of a column that a card shows; the rest is counted. */
const rowsShown = 6;

/** A scalar answer as Excel keeps it with its card. */
export function valueCard(definition: Wordless, named: Named, value: Scalar, language: Language): Property {
  const unit = definition.returns.shape === "scalar" ? definition.returns.unit : "none";
  return { ...property(value, unit), ...card(definition, named, language, partsOf(definition, named, language)) };
}

/** The first heading of a table function's spill, whose card says what was read as what. */
export function headingCard(definition: Wordless, named: Named, heading: string, language: Language): Property {
  return { ...property(heading, "label"), ...card(definition, named, language, readingOf(named, language)) };
}

/** Whether the first heading of this function's answer has a card: it reads a pasted block. */
export function readsBlock({ params, returns }: Pick<Definition, "params" | "returns">): boolean {
  return returns.shape === "table" && params.some(({ shape }) => shape === "block");
}

function card(definition: Wordless, named: Named, language: Language, [title, own]: readonly [string, Section]) {
  const w = words[language];
  const sections: [string, Section][] = [
    [title, own],
    [w.given, argumentsOf(definition, named)],
    [
      w.source,
      [
        [w.formula, property(definition.formula[language], "label")],
        [w.source, property(cite(definition.source)[language], "label")],
        [w.version, property(version, "label")],
      ],
    ],
  ];
  const kept = sections.filter(([, section]) => section.length > 0);
  return {
    properties: Object.fromEntries(kept.flatMap(([, section]) => section)),
    layouts: {
      card: {
        title: definition.id,
        sections: kept.map(([name, section]) => ({
          layout: "List" as const,
          title: name,
          properties: section.map(([key]) => key),
        })),
      },
    },
  };
}

/** What the catalogue's card of the same call says (HPI, HPI_PARTS). */
function partsOf({ id }: Wordless, named: Named, language: Language): [string, Section] {
  const parts = findDefinition(`${id}_PARTS`);
  if (parts?.returns.shape !== "card") return [words[language].parts, []];
  const { fields } = parts.returns;
  const answer = parts.evaluate(named) as Readonly<Record<string, Scalar>>;
  const section = fields.map((field) => [field.label[language], property(answer[field.name] ?? "", field.unit)] as const);
  return [words[language].parts, section];
}

/** READ_AS of the block: each heading, and what became of it. */
function readingOf(named: Named, language: Language): [string, Section] {
  const reading = findDefinition("READ_AS");
  if (reading === undefined) return [words[language].read, []];
  let rows: Result;
  try {
    rows = reading.evaluate({ block: named.block });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [words[language].read, []];
  }
  const [, ...lines] = toCells(rows, reading, language) as readonly (readonly Scalar[])[];
  const section = lines.map(([place, seen, readAs, unit]): Section[number] => {
    return [`${place} ${seen}`.trim(), property(unit === "" ? String(readAs) : `${readAs} (${unit})`, "label")];
  });
  return [words[language].read, section];
}

function argumentsOf({ params }: Pick<Definition, "params">, named: Named): Section {
  return params.flatMap((p): Section => {
    const value = named[p.name] ?? (p.presence === "defaulted" ? p.default : undefined);
    if (value === undefined || p.shape === "block") return [];
    return [[p.name, isScalar(value) ? property(value, p.unit) : property(rowsOf(value as ArrayLike<Scalar>), "label")]];
  });
}

function rowsOf(column: ArrayLike<Scalar>): string {
  const shown = Array.from({ length: Math.min(rowsShown, column.length) }, (_, i) => String(column[i] ?? ""));
  return `${column.length} × ${shown.join("; ")}${column.length > rowsShown ? "; …" : ""}`;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

function property(value: Scalar, unit: Unit): Property {
  switch (typeof value) {
    case "number": {
      const numberFormat = numberFormats[unit];
      return { type: "Double", basicValue: value, ...(numberFormat === undefined ? {} : { numberFormat }) };
    }
    case "boolean":
      return { type: "Boolean", basicValue: value };
    case "string":
      return { type: "String", basicValue: value };
  }
}
