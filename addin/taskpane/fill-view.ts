/** One selection of several columns for all arguments at once. Shows which column went where: nothing is guessed in silence. */
import type { Definition, Language } from "soundings";
import type { ArgumentField } from "./argument-field.js";
import { el } from "./dom.js";
import type { Filling, NoFilling, PickedColumn } from "./filling.js";
import type { SelectedRange } from "./host.js";
import { words } from "./words.js";

interface FillOptions {
  readonly language: Language;
  /** Reads the selection and hands it over; says so where it cannot be read. */
  readonly selected: (use: (range: SelectedRange) => Promise<void>) => Promise<void>;
}

/** Undefined for a function that has no two arguments to fill, or takes the table itself. */
export function fillView(
  definition: Definition,
  fields: readonly ArgumentField[],
  { language, selected }: FillOptions,
): HTMLElement | undefined {
  const { params } = definition;
  if (params.length < 2 || params.some(({ shape }) => shape === "block")) return undefined;
  const w = words[language];
  const outcome = el("div", { class: "filled", role: "status" });
  const fill = async (range: SelectedRange) => {
    const { fillingOf } = await import("./filling.js");
    const filling = fillingOf(definition, range);
    if (!("problem" in filling)) {
      for (const field of fields) {
        const found = filling.taken.find(({ argument }) => argument === field.p.name);
        if (found) field.take(found.column);
        else field.clear();
      }
    }
    outcome.replaceChildren(...outcomeViews(filling, fields, language));
  };
  return el(
    "div",
    { class: "fill" },
    el("button", { type: "button", "aria-describedby": "fill-hint", onclick: () => void selected(fill) }, w.fillAll),
    el("p", { class: "quiet", id: "fill-hint" }, w.fillHint),
    outcome,
  );
}

function outcomeViews(filling: Filling | NoFilling, fields: readonly ArgumentField[], language: Language): HTMLElement[] {
  const w = words[language];
  if ("problem" in filling) {
    const said = filling.problem === "one-column" ? w.oneColumn : w.mixedUnits(filling.headings.join(", "));
    return [el("p", { class: "error" }, said)];
  }
  const { by, taken, unused } = filling;
  const blank = fields.map(({ p }) => p.name).filter((name) => !taken.some(({ argument }) => argument === name));
  return [
    el("p", {}, by === "headings" ? w.byHeadings : w.byOrder),
    el(
      "ul",
      { class: "compact" },
      ...taken.map(({ argument, column }) => el("li", {}, el("code", {}, argument), ` ← ${named(column)}`)),
    ),
    ...(unused.length === 0 ? [] : [el("p", { class: "quiet" }, w.unusedColumns(unused.map(named).join(", ")))]),
    ...(blank.length === 0 ? [] : [el("p", { class: "quiet" }, w.leftBlank(blank.join(", ")))]),
  ];
}

function named({ address, heading }: PickedColumn): string {
  return heading === "" ? address : `${address} ${heading}`;
}
