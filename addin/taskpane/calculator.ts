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
  const { language, take } = options;
  const w = words[language];
  const example = definition.examples.find((e) => "result" in e)?.args ?? {};
  const fields = definition.params.map((p) => [p, fieldOf(p, asTyped(example[p.name]), language)] as const);
  const given = () => Object.fromEntries(fields.flatMap(([p, field]) => givenBy(p, field)));
  const formula = el("code", { class: "cell-formula" });
  const output = el("output", { "aria-live": "polite", "aria-label": w.answer });

  const renew = () => {
    formula.textContent = formulaOf(definition, given());
    output.replaceChildren(...answersOf(definition, given(), options));
  };
  let waiting: ReturnType<typeof setTimeout>;
  const renewSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, pauseMs);
  };
  renew();
  return el(
    "form",
    { class: "calculator", oninput: renewSoon, onsubmit: (event) => event.preventDefault() },
    ...fields.map(([p, field]) => labelled(p, field, language)),
    output,
    formula,
    el("button", { type: "button", onclick: () => take.action(formulaOf(definition, given())) }, take.label),
  );
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
