/** Try a function: a field per argument, the answer that a cell would show, and the formula for it. */
import { type Definition, findDefinition, type Language, type Parameter } from "soundings";
import { CellError } from "../cells.js";
import { formulaOf } from "../formula.js";
import { answerView } from "./answer.js";
import { el } from "./dom.js";
import type { FunctionViewOptions } from "./function-view.js";
import { asTyped, typedBlock, typedCell, typedColumn } from "./typed.js";
import { words } from "./words.js";

/** Pause in typing after which the answer is renewed. */
const pauseMs = 200;
const longestField = 8;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The form, filled with the definition's first example. */
export function calculatorView(definition: Definition, options: FunctionViewOptions): HTMLElement {
  const { language, take, spelt, pick } = options;
  const w = words[language];
  const example = definition.examples.find((e) => "result" in e)?.args ?? {};
  const fields = definition.params.map((p) => [p, fieldOf(p, asTyped(example[p.name]), language)] as const);
  const given = () => Object.fromEntries(fields.flatMap(([p, field]) => givenBy(p, field)));
  // Arguments taken from the sheet stay references in the formula until someone types over them.
  const places = new Map<string, string>();
  const written = () => spelt(formulaOf(definition, given(), (p) => places.get(p.name)));
  const formula = el("code", { class: "cell-formula" });
  const output = el("output", { "aria-live": "polite", "aria-label": w.answer });

  const renew = () => {
    formula.textContent = written();
    output.replaceChildren(...answersOf(definition, given(), options));
  };
  let waiting: ReturnType<typeof setTimeout>;
  const renewSoon = (event: Event) => {
    if (event.target instanceof HTMLElement) places.delete(event.target.getAttribute("name") ?? "");
    clearTimeout(waiting);
    waiting = setTimeout(renew, pauseMs);
  };
  renew();
  const fill = async (p: Parameter, field: Field, read: NonNullable<typeof pick>) => {
    const { address, values } = await read();
    field.value = values.map((row) => row.map(asTyped).join("\t")).join("\n");
    places.set(p.name, address);
    renew();
  };
  return el(
    "form",
    { class: "calculator", oninput: renewSoon, onsubmit: (event) => event.preventDefault() },
    ...fields.flatMap(([p, field]) => [
      labelled(p, field, language),
      pick && !(field instanceof HTMLSelectElement) && pickButton(w.fromSelection, p.name, () => fill(p, field, pick)),
    ]),
    output,
    formula,
    el("button", { type: "button", onclick: () => take.action(written()) }, take.label),
  );
}

/** Fills a field with what is selected in the sheet. */
function pickButton(label: string, name: string, fill: () => Promise<void>): HTMLElement {
  return el("button", { type: "button", class: "pick", "aria-label": `${label}: ${name}`, onclick: () => void fill() }, label);
}

/** The answer, and where the catalogue has the same call in parts (HPI, HPI_PARTS), the parts below it. */
function answersOf(definition: Definition, named: Readonly<Record<string, unknown>>, options: FunctionViewOptions): Node[] {
  const answer = options.answer(definition, named);
  const parts = findDefinition(`${definition.id}_PARTS`);
  if (answer instanceof CellError || parts === undefined) return [answerView(answer)];
  const caption = el("p", { class: "quiet" }, words[options.language].inParts(parts.id));
  return [answerView(answer), caption, answerView(options.answer(parts, named))];
}

function labelled(p: Parameter, field: Field, language: Language): HTMLElement {
  const hint = hintOf(p, language);
  return el(
    "label",
    {},
    el("span", {}, el("code", {}, p.name), ` ${p.label[language]}`, hint !== "" && el("span", { class: "quiet" }, ` · ${hint}`)),
    field,
  );
}

function hintOf(p: Parameter, language: Language): string {
  const w = words[language];
  if (p.shape === "block") return w.blockHint;
  if (isColumn(p)) return w.columnHint;
  return p.presence === "required" ? "" : w.optional;
}

function isColumn(p: Parameter): boolean {
  return p.shape === "column" || p.shape === "flags";
}

function fieldOf(p: Parameter, value: string, language: Language): Field {
  if (isColumn(p) || p.shape === "block") {
    const rows = Math.min(longestField, Math.max(2, value.split("\n").length));
    const area = el("textarea", { name: p.name, rows: String(rows), spellcheck: "false" });
    area.value = value;
    return area;
  }
  if (p.shape === "choice" || p.shape === "flag") return selectOf(p, value, language);
  return el("input", { name: p.name, value, autocomplete: "off", spellcheck: "false" });
}

function selectOf(p: Parameter, value: string, language: Language): HTMLSelectElement {
  const choices =
    p.shape === "flag"
      ? ["TRUE", "FALSE"].map((word) => [word, word] as const)
      : p.choices.map((c) => [c.value, `${c.value} (${c.label[language]})`] as const);
  const options = p.presence === "required" ? choices : [["", omitted(p, language)] as const, ...choices];
  const select = el("select", { name: p.name }, ...options.map(([word, label]) => el("option", { value: word }, label)));
  select.value = value;
  return select;
}

function omitted(p: Parameter, language: Language): string {
  const w = words[language];
  return p.presence === "defaulted" ? w.defaultsTo(asTyped(p.default)) : w.notGiven;
}

/** What the field stands for, or nothing where it is left blank: a blank field is an omitted argument. */
function givenBy(p: Parameter, field: Field): [string, unknown][] {
  if (field.value.trim() === "") return [];
  if (p.shape === "block") return [[p.name, typedBlock(field.value)]];
  if (isColumn(p)) return [[p.name, typedColumn(field.value)]];
  return [[p.name, p.shape === "text" || p.shape === "choice" ? field.value : typedCell(field.value)]];
}
