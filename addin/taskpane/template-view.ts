/** Choosing a template and putting it into the workbook. */
import type { Language } from "soundings";
import { templates } from "../templates/templates.js";
import { el } from "./dom.js";
import { words } from "./words.js";

/** @param insert adds the sheet and resolves when it is there */
export function templateView(language: Language, insert: (id: string) => Promise<void>): HTMLElement {
  const w = words[language];
  const choice = el(
    "select",
    { id: "template", "aria-label": w.template },
    ...templates.map(({ id, name }) => el("option", { value: id }, name[language])),
  );
  return el(
    "details",
    { class: "tool" },
    el("summary", {}, w.template),
    choice,
    el("button", { type: "button", onclick: () => void insert(choice.value) }, w.insertTemplate),
  );
}
