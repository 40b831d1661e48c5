/** The section of the pane that freezes and thaws. It reads the workbook only while it is open. */
import type { Language } from "soundings";
import type { Book } from "../freeze/book.js";
import { byId } from "./dom.js";
import { freezeView } from "./freeze-view.js";
import { freezeViewWords } from "./freeze-words.js";

/** Whoever comes back from the cells to the pane sees what there is now; not more often than this. */
const restMs = 1000;

export function showFreeze(book: Book, language: Language): void {
  const section = byId("send");
  const details = section.querySelector("details") as HTMLDetailsElement;
  const { element, recount } = freezeView(book, language);
  let counted = 0;
  const recountIfOpen = () => {
    if (!details.open || element.hasAttribute("aria-busy") || Date.now() - counted < restMs) return;
    counted = Date.now();
    void recount();
  };
  byId("send-name").textContent = freezeViewWords[language].title;
  byId("sending").replaceChildren(element);
  section.hidden = false;
  section.onpointerenter = recountIfOpen;
  details.ontoggle = () => {
    counted = 0;
    recountIfOpen();
  };
  element.addEventListener("focusin", recountIfOpen);
  recountIfOpen();
}
