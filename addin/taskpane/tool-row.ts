/** One thing that the pane can do: a line until it is opened, and only then made, its code loaded too. */
import type { Language } from "soundings";
import { reasonOf } from "../reason.js";
import { el } from "./dom.js";
import { words } from "./words.js";

/**
 * Puts the line into a place of the page. One that was open there, in another language, stays open.
 * @param content makes what the line opens to
 */
export function toolRow(place: HTMLElement, title: string, language: Language, content: () => Promise<HTMLElement>): void {
  const wasOpen = place.querySelector("details")?.open ?? false;
  const body = el("div", { class: "body" });
  let isFilled = false;
  const fill = async () => {
    if (!details.open || isFilled) return;
    isFilled = true;
    try {
      body.replaceChildren(await content());
    } catch (error) {
      // Opened once more, it tries once more.
      isFilled = false;
      body.replaceChildren(notLoaded(error, language));
    }
  };
  const details = el("details", { class: "tool", ontoggle: () => void fill() }, el("summary", {}, title), body);
  details.open = wasOpen;
  place.replaceChildren(details);
  void fill();
}

/** A part of the pane that the server no longer sends. */
export function notLoaded(error: unknown, language: Language): HTMLElement {
  return el("p", { class: "error", role: "alert" }, words[language].notLoaded(reasonOf(error)));
}
