/** One argument of the calculator: a field to type into, or a range taken from the sheet, which then stays a reference. */
import type { Language, Parameter } from "soundings";
import { el } from "./dom.js";
import type { SelectedRange } from "./host.js";
import { rowsIn, rowsShown, shownIn } from "./picked.js";
import { asTyped, typedBlock, typedCell, typedColumn } from "./typed.js";
import { words } from "./words.js";

const longestField = 8;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface ArgumentField {
  readonly p: Parameter;
  readonly element: HTMLElement;
  /** The value as a cell would give it; undefined where nothing is given. */
  readonly given: () => unknown;
  /** Where the value stands in the sheet, for one that was taken from there. */
  readonly place: () => string | undefined;
  readonly take: (range: SelectedRange) => void;
  readonly clear: () => void;
}

export interface FieldOptions {
  readonly language: Language;
  /** After the argument changed by something else than typing. */
  readonly renew: () => void;
  /** Takes the selection for this argument; absent where there is no sheet. */
  readonly pick: (() => Promise<void>) | undefined;
}

export function argumentField(p: Parameter, value: unknown, { language, renew, pick }: FieldOptions): ArgumentField {
  const w = words[language];
  const field = fieldOf(p, asTyped(value), language);
  const note = el("p", { class: "quiet picked", id: `picked-${p.name}`, hidden: true });
  let picked: SelectedRange | undefined;

  const forget = () => {
    picked = undefined;
    note.hidden = true;
    field.removeAttribute("aria-describedby");
    if (field instanceof HTMLSelectElement) field.querySelector("option[data-picked]")?.remove();
    else field.readOnly = false;
  };
  const clear = () => {
    forget();
    field.value = "";
  };
  const take = (range: SelectedRange) => {
    forget();
    picked = range;
    const { text, isWhole } = shownIn(p, range, field instanceof HTMLTextAreaElement);
    if (field instanceof HTMLSelectElement) {
      field.prepend(el("option", { value: "picked", "data-picked": true }, text));
      field.value = "picked";
    } else {
      field.value = text;
      field.readOnly = !isWhole;
    }
    const instead = el("button", { type: "button", class: "pick", onclick: typeInstead }, w.typeInstead);
    note.replaceChildren(
      `${range.address} · ${w.rowsTaken(rowsIn(range.values))}`,
      !isWhole && field instanceof HTMLTextAreaElement ? ` · ${w.firstShown(rowsShown)}` : "",
      ...(isWhole || field instanceof HTMLSelectElement ? [] : [" ", instead]),
    );
    note.hidden = false;
    field.setAttribute("aria-describedby", note.id);
  };
  const typeInstead = () => {
    clear();
    renew();
    field.focus();
  };
  field.addEventListener("input", () => {
    if (picked !== undefined) forget();
  });
  return {
    p,
    element: el("div", { class: "argument" }, labelled(p, field, language), note, pick && pickButton(p, w.fromSelection, pick)),
    given: () => (picked === undefined ? typedIn(p, field.value) : picked.values),
    place: () => picked?.address,
    take,
    clear,
  };
}

function pickButton({ name }: Parameter, label: string, pick: () => Promise<void>): HTMLElement {
  return el("button", { type: "button", class: "pick", "aria-label": `${label}: ${name}`, onclick: () => void pick() }, label);
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

/** What is typed stands for, or nothing where the field is left blank: a blank field is an omitted argument. */
function typedIn(p: Parameter, text: string): unknown {
  if (text.trim() === "") return undefined;
  if (p.shape === "block") return typedBlock(text);
  if (isColumn(p)) return typedColumn(text);
  return p.shape === "text" || p.shape === "choice" ? text : typedCell(text);
}
