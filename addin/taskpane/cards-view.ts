/** The switch of the numbers' cards, as the pane shows it. */
import type { Language } from "soundings";
import { reasonOf } from "../reason.js";
import { el } from "./dom.js";
import type { Cards } from "./host.js";
import { words } from "./words.js";

/** @param tell says what came of it */
export function cardsView(cards: Cards, language: Language, tell: (message: string) => void): HTMLElement {
  const w = words[language];
  const box = el("input", { type: "checkbox", id: "cards-on", "aria-describedby": "cards-help" });
  box.checked = cards.areOn();
  box.addEventListener("change", async () => {
    try {
      await cards.turn(box.checked);
      tell(box.checked ? w.cardsTurnedOn : w.cardsTurnedOff);
    } catch (error) {
      // The setting may have been kept and only the recalculation refused, as while a cell is being edited.
      box.checked = cards.areOn();
      tell(w.notRecalculated(reasonOf(error)));
    }
  });
  return el(
    "div",
    {},
    el("label", { class: "check" }, box, w.cardsOn),
    el("p", { class: "quiet", id: "cards-help" }, w.cardsHelp),
  );
}
