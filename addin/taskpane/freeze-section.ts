/** Freezing and thawing in their place of the pane. The workbook is read only while that is open. */
import type { Language } from "soundings";
import type { Book } from "../freeze/book.js";
import { freezeView } from "./freeze-view.js";

/** Whoever comes back from the cells to the pane sees what there is now; not more often than this. */
const restMs = 1000;

/** @param place where it stands: what opens and shuts, and what a pointer enters */
export function freezeSection(place: HTMLElement, book: Book, language: Language): HTMLElement {
  const details = place.querySelector("details");
  const { element, recount } = freezeView(book, language);
  let counted = 0;
  const recountIfOpen = () => {
    if (!details?.open || element.hasAttribute("aria-busy") || Date.now() - counted < restMs) return;
    counted = Date.now();
    void recount();
  };
  place.onpointerenter = recountIfOpen;
  details?.addEventListener("toggle", () => {
    counted = 0;
    recountIfOpen();
  });
  element.addEventListener("focusin", recountIfOpen);
  recountIfOpen();
  return element;
}
