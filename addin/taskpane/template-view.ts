/** Choosing a template and putting it into the workbook. */
import type { Language } from "soundings";
import { prefixedTemplate, type Template } from "../templates/template.js";
import { templates } from "../templates/templates.js";
import { el } from "./dom.js";
import { words } from "./words.js";

interface TemplateOptions {
  readonly language: Language;
  /** What the workbook's functions have before their names. */
  readonly prefix: string | undefined;
  /** Adds the sheet and says so. */
  readonly insert: (template: Template) => Promise<void>;
}

export function templateView({ language, prefix, insert }: TemplateOptions): HTMLElement {
  const w = words[language];
  const choice = el(
    "select",
    { id: "template", "aria-label": w.template },
    ...templates.map(({ id, name }) => el("option", { value: id }, name[language])),
  );
  return el(
    "div",
    {},
    choice,
    el(
      "button",
      { type: "button", onclick: () => void insert(prefixedTemplate(templateOf(choice.value), prefix)) },
      w.insertTemplate,
    ),
  );
}

function templateOf(id: string): Template {
  const template = templates.find((known) => known.id === id);
  if (template === undefined) throw new Error(`there is no template "${id}"`);
  return template;
}
