/**
 * `soundings cards`: the card of every city that at least two lenses can read, several at once, and an index of them.
 * Not here: what a card says (core/city, 05-city-card.ipynb), the index's HTML (site/cards-page.ts).
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CitySummary, Text } from "soundings";
import { writePage } from "../notebooks/page/index.js";
import { type GivenParameters, type Notebook, ParameterError, writeNotebook } from "../notebooks/runner/index.js";
import { shippedPath, shownPath } from "./notebook-names.js";
import { failureLine, interrupted, runStamped, stoppable } from "./notebook-run.js";
import { inParallel } from "./run.js";
import { type RunCommand, readRunCommand, UsageError } from "./run-options.js";
import { type CardRow, cardsCsv, cardsPage } from "./site/cards-page.js";
import { writeWhole } from "./steps.js";

const notebook = "05-city-card";
const defaultFolder = join("output", "cards");

/** What the notebook's last cell hands to machines. */
interface Machine {
  readonly card: CitySummary;
  readonly cities: readonly Text[];
}

/** @returns the exit code: 0 when every card was made, 1 otherwise, 2 for words not understood, 130 after Ctrl-C */
export async function cards(args: readonly string[]): Promise<number> {
  try {
    return await makeCards(commandOf(args));
  } catch (error) {
    say((error as Error).message);
    return error instanceof UsageError ? 2 : 1;
  }
}

const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);

interface CardsCommand extends RunCommand {
  /** Names as they were typed; none for all. */
  readonly cities: readonly string[];
}

/** The words of `soundings run` without a notebook, and `--cities 杭州,合肥`. */
function commandOf(args: readonly string[]): CardsCommand {
  const at = args.indexOf("--cities");
  const cities = at < 0 ? [] : (args[at + 1] ?? "").split(/[,，、]/).filter((name) => name.trim() !== "");
  if (at >= 0 && cities.length === 0) throw new UsageError("--cities takes names with commas between them");
  const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  const command = readRunCommand([notebook, ...rest]);
  if (command.notebooks.length > 1) throw new UsageError("cards takes no notebook; the cities go after --cities");
  if (command.parameters.has("city")) throw new UsageError("-p city is for one card, by soundings run; here it is --cities");
  const hasFolder = rest.some((word) => /^(-o|--output)/.test(word));
  return { ...command, cities, output: hasFolder ? command.output : defaultFolder };
}

function makeCards(command: CardsCommand): Promise<number> {
  const folder = resolve(command.output);
  mkdirSync(folder, { recursive: true });
  return stoppable(async (signal) => {
    const made: CardRow[] = [];
    const make = async (name: string | undefined, place: string) => {
      if (signal.aborted) return undefined;
      const machine = await cardOf(name, folder, command, signal, made.length > 0);
      if (machine === undefined) say(`${place} ${name ?? ""}: no card`);
      else {
        made.push({ ...machine.card, href: `${fileName(machine.card.city_en)}.html` });
        say(`${place} ${machine.card.city_en} ${machine.card.city}`);
      }
      return machine;
    };
    const [first, ...given] = command.cities;
    const known = await make(first, `[1/${command.cities.length || "…"}]`);
    if (known === undefined) return signal.aborted ? interrupted : 1;
    const rest = command.cities.length > 0 ? given : known.cities.map(({ zh }) => zh).filter((zh) => zh !== known.card.city);
    await inParallel(
      command.jobs,
      rest.map((name, i) => ({ name, place: `[${i + 2}/${rest.length + 1}]` })),
      async ({ name, place }) => {
        await make(name, place);
      },
    );
    writeIndex(folder, made);
    if (signal.aborted) return interrupted;
    return made.length === rest.length + 1 ? 0 : 1;
  });
}

/** Undefined when the notebook failed for this city: that is said, and no reason to stop the others. */
async function cardOf(
  name: string | undefined,
  folder: string,
  { parameters, timeouts, language }: CardsCommand,
  signal: AbortSignal,
  typesAreChecked: boolean,
): Promise<Machine | undefined> {
  const given: GivenParameters = name === undefined ? parameters : new Map([...parameters, ["city", { text: name }]]);
  try {
    const report = await runStamped(shippedPath(notebook), { parameters: given, timeouts, signal, checkTypes: !typesAreChecked });
    if (report.failure !== undefined) {
      say(failureLine(report));
      return undefined;
    }
    const machine = machineOf(report.notebook);
    if (machine === undefined) throw new Error(`${notebook} shows no application/json with a card`);
    const executed = join(folder, `${fileName(machine.card.city_en)}.ipynb`);
    await writeNotebook(executed, titled(report.notebook, machine.card));
    await writePage(executed, executed.replace(/\.ipynb$/, ".html"), { language });
    return machine;
  } catch (error) {
    say(error instanceof ParameterError ? error.in(language) : (error as Error).message);
    return undefined;
  }
}

function machineOf({ cells }: Notebook): Machine | undefined {
  const outputs = cells.flatMap(({ outputs }) =>
    Array.isArray(outputs) ? (outputs as { data?: Record<string, unknown> }[]) : [],
  );
  return outputs.map(({ data }) => data?.["application/json"] as Machine | undefined).find((json) => json?.card !== undefined);
}

/** hangzhou, xian: a name that every file system and address takes; 周口 stays as it is. */
function fileName(city: string): string {
  return city.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** With the city in its heading, so that cards can be told apart by their titles. */
function titled(executed: Notebook, { city, city_en }: CitySummary): Notebook {
  const [first, ...rest] = executed.cells;
  if (first === undefined) return executed;
  const named = (source: unknown, name: string) => [source].flat().join("").replace(/^# /, `# ${name}`);
  const metadata = first.metadata as { soundings?: { zh?: unknown } };
  const soundings = { ...metadata.soundings, zh: named(metadata.soundings?.zh ?? "", `${city}：`) };
  const cell = { ...first, source: named(first.source, `${city_en} ${city}: `), metadata: { ...metadata, soundings } };
  return { ...executed, cells: [cell as typeof first, ...rest] };
}

function writeIndex(folder: string, made: readonly CardRow[]): void {
  const index = join(folder, "index.html");
  writeWhole(index, cardsPage(made));
  writeWhole(join(folder, "cards.csv"), cardsCsv(made));
  say(`wrote ${shownPath(index)}: ${made.length} cards`);
}
