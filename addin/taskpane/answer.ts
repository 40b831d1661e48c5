/** A function called as a cell calls it, and its answer on the page: a value, a spilled range, or an error with its reason. */
import type { Definition, Language } from "soundings";
import { type Cell, CellError, type Cells, cellFunction } from "../cells.js";
import { el } from "./dom.js";
import { shown } from "./typed.js";

/** Calls by public argument names; a list of values stands for cells below one another. */
export type Answer = (definition: Definition, named: Readonly<Record<string, unknown>>) => Cells | CellError;

/** Answers through addin/cells.ts, so that pane and cell agree. */
export function answerIn(language: Language): Answer {
  return (definition, named) => {
    try {
      return cellFunction(definition, { language })(...definition.params.map((p) => named[p.name]));
    } catch (error) {
      if (error instanceof CellError) return error;
      throw error;
    }
  };
}

/** @param label what the answer is called where it is a table */
export function answerView(answer: Cells | CellError, label: string): HTMLElement {
  if (answer instanceof CellError) {
    return el("p", { class: "answer error" }, el("strong", {}, answer.code), ` ${answer.message}`);
  }
  if (typeof answer !== "object") return el("p", { class: "answer" }, el("strong", {}, shown(answer)));
  const rows = answer.map((row) => el("tr", {}, ...row.map(cellView)));
  return scrollable(el("table", { class: "values" }, el("tbody", {}, ...rows)), label);
}

/** A table that scrolls where it is wider than the pane; there the keyboard reaches it too. */
export function scrollable(table: HTMLTableElement, label: string): HTMLElement {
  const region = el("div", { class: "spill" }, table);
  new ResizeObserver(() => {
    const isWide = region.scrollWidth > region.clientWidth;
    for (const [name, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": label })) {
      if (isWide) region.setAttribute(name, value);
      else region.removeAttribute(name);
    }
  }).observe(region);
  return region;
}

function cellView(cell: Cell): HTMLElement {
  if (cell instanceof CellError) return el("td", { title: cell.message }, cell.code);
  return el("td", typeof cell === "number" ? { class: "number" } : {}, shown(cell));
}
