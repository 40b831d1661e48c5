/** Which functions the list shows: by report, and by the words that someone types. No page here. */
import type { Definition, Origin } from "soundings";

export interface Group {
  readonly report: Origin;
  readonly definitions: readonly Definition[];
}

/** The catalogue by report, both in the catalogue's own order. */
export function groupByReport(definitions: readonly Definition[]): Group[] {
  const groups = new Map<string, { report: Origin; definitions: Definition[] }>();
  for (const definition of definitions) {
    const { report } = definition.source;
    const group = groups.get(report.id) ?? { report, definitions: [] };
    group.definitions.push(definition);
    groups.set(report.id, group);
  }
  return [...groups.values()];
}

/**
 * Definitions in which every word of the query occurs, those named or summed up by the words first.
 * Case and full-width letters do not matter; both languages are searched whatever the pane's own.
 */
export function search(definitions: readonly Definition[], query: string): Definition[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const ranked = definitions.flatMap((definition) => {
    const [head, body] = textsOf(definition);
    if (!wanted.every((word) => head.includes(word) || body.includes(word))) return [];
    return [{ definition, inHead: wanted.every((word) => head.includes(word)) }];
  });
  return [...ranked.filter((r) => r.inHead), ...ranked.filter((r) => !r.inHead)].map((r) => r.definition);
}

/** What a function is found by: its name and summary first, then arguments, results, notes and report. */
function textsOf(d: Definition): readonly [head: string, body: string] {
  const fields = d.returns.shape === "scalar" ? [d.returns] : d.returns.fields;
  const body = [
    ...d.params.flatMap((p) => [p.label, p.help]),
    ...fields.map((f) => f.label),
    d.formula,
    ...d.notes,
    d.source.report.title,
    d.source.where,
  ];
  const names = d.params.map((p) => p.name);
  return [
    fold(`${d.id} ${d.summary.en} ${d.summary.zh}`),
    fold([...names, ...body.flatMap((text) => [text.en, text.zh])].join(" ")),
  ];
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
