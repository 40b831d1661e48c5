/** One frozen formula as its provenance tells it: inputs as read, answer and its reason, source, fingerprints. Pure. */
import { citation, type Definition, errataTouching, findDefinition, InputError, type Language, version } from "soundings";
import { callsIn, type FoundCall, NotKnown } from "../explain/formula.js";
import { address, qualified } from "./area.js";
import { errorOf } from "./cells.js";
import { answered, asHeld, described, written } from "./described.js";
import type { Frozen } from "./found.js";
import type { ProvenanceRow } from "./page.js";
import type { Reading } from "./reading.js";
import { asTyped, referencesIn } from "./uses.js";
import { freezeWords } from "./words.js";

/** A cell of a sheet holds no longer text. */
const longestCell = 32_767;

/** @param time when it was frozen, as it is to be written */
export async function rowOf(
  frozen: Frozen,
  reading: Reading,
  { language, time }: { language: Language; time: string },
): Promise<ProvenanceRow> {
  const calls = await callsIn(frozen.formula, (reference) => reading.cells(frozen, reference), language);
  const definitions = frozen.functions.flatMap((id) => findDefinition(id) ?? []);
  const areas = referencesIn(frozen.formula).flatMap((reference) => reading.area(frozen, reference) ?? []);
  const prints = new Set(areas.map((area) => `${qualified(area)} ${reading.fingerprint(area)}`));
  return {
    sheet: frozen.sheet,
    cell: address({ ...frozen.area, rows: 1, columns: 1 }),
    range: address(frozen.area),
    formula: asTyped(frozen.formula),
    functions: frozen.functions.join(", "),
    inputs: clipped(inputs(frozen, calls, reading, language)),
    answer: clipped(answer(frozen, calls, reading, language)),
    source: [...new Set(definitions.map((definition) => citation(definition)[language]))].join("\n"),
    errata: new Set(definitions.flatMap(({ id }) => errataTouching(id))).size,
    version,
    time,
    fingerprint: reading.fingerprint(frozen.area),
    inputFingerprints: [...prints].join("\n"),
  };
}

function clipped(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}

function inputs(frozen: Frozen, calls: readonly FoundCall[], reading: Reading, language: Language): string {
  const w = freezeWords[language];
  const told = new Set(calls.flatMap(({ given }) => given.map(({ source }) => source)));
  const others = referencesIn(frozen.formula).filter((reference) => !told.has(reference));
  const lines = calls.flatMap((call) => [
    ...(calls.length > 1 ? [call.source] : []),
    ...call.definition.params.flatMap((p, i) => argument(p, call.given[i], { frozen, reading, language })),
  ]);
  const read = others.flatMap((reference) => {
    const area = reading.area(frozen, reference);
    return area ? [`${w.alsoReads} · ${valuesAt(reference, area, reading, language)}`] : [];
  });
  return [...lines, ...read].join("\n");
}

type Context = { readonly frozen: Frozen; readonly reading: Reading; readonly language: Language };

/** "start · starting amount · B6:B20 = 12.4; 3.28; …"; nothing for one that is left out and has no default. */
function argument(p: Definition["params"][number], given: FoundCall["given"][number] | undefined, context: Context): string[] {
  const { frozen, reading, language } = context;
  const w = freezeWords[language];
  const name = `${p.name} · ${p.label[language]}`;
  if (given === undefined || given.source === "") {
    return p.presence === "defaulted" ? [`${name} = ${written(asHeld(p.default)[0]?.[0] ?? null)} (${w.byDefault})`] : [];
  }
  const area = reading.area(frozen, given.source);
  if (area) return [`${name} · ${valuesAt(given.source, area, reading, language)}`];
  if (given.value instanceof NotKnown) return [`${name} = ${given.source} (${w.bySheet})`];
  const value = described(asHeld(given.value), language);
  return [value === given.source ? `${name} = ${value}` : `${name} · ${given.source} = ${value}`];
}

function valuesAt(reference: string, area: Parameters<typeof qualified>[0], reading: Reading, language: Language): string {
  const values = reading.values(area);
  const isAddress = reference.replaceAll("$", "").endsWith(address(area));
  const place = isAddress ? reference : `${reference} (${qualified(area)})`;
  return `${place} = ${described(values, language, () => reading.fingerprint(area))}`;
}

function answer({ area }: Frozen, calls: readonly FoundCall[], reading: Reading, language: Language): string {
  const values = reading.values(area);
  const shown = answered(values, language);
  const error = errorOf(values[0]?.[0] ?? null);
  const reason = error && (error === "#SPILL!" ? freezeWords[language].noRoomToSpill : reasonOf(calls, language));
  return reason ? `${shown} · ${reason}` : shown;
}

/** Why our functions refuse, the innermost first. */
function reasonOf(calls: readonly FoundCall[], language: Language): string {
  const reasons = [...calls].reverse().flatMap(({ definition, given, args }) => {
    if (args instanceof NotKnown) return given.some(({ value }) => value instanceof NotKnown) ? [] : [args.text[language]];
    try {
      definition.evaluate(args);
      return [];
    } catch (error) {
      if (error instanceof InputError) return [error.in(language)];
      throw error;
    }
  });
  return [...new Set(reasons)].join("; ");
}
