/** A mistake of a report, as the pane shows it. */
import type { Erratum, Language } from "soundings";
import { el } from "./dom.js";
import { words } from "./words.js";

export function erratumView({ printed, right, why }: Erratum, language: Language): HTMLElement {
  const w = words[language];
  return el(
    "li",
    {},
    `${w.printed}: ${printed[language]}. `,
    el("b", {}, `${w.right}: ${right[language]}.`),
    ` ${why[language]}`,
  );
}
