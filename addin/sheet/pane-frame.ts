/** The task pane in its frame beside the sheet: opening, closing, and the keys that lead over and back. Not here: the pane. */
import type { Language } from "soundings";
import { byId } from "../taskpane/dom.js";
import type { Host } from "../taskpane/host.js";
import { words } from "./words.js";

/** Loads the pane, which finds its host on this window as soon as there is one. */
export function paneFrame(language: Language, host: Promise<Host>): void {
  const w = words[language];
  window.soundingsHost = host;
  const [frame, toggle, help] = [byId("pane") as HTMLIFrameElement, byId("pane-toggle"), byId("help")];
  frame.title = w.pane;
  frame.src = `../pane.html?lang=${language}`;
  byId("pane-toggle-name").textContent = w.pane;
  const setOpen = (open: boolean) => {
    frame.hidden = !open;
    toggle.setAttribute("aria-pressed", String(open));
  };
  toggle.addEventListener("click", () => setOpen(frame.hidden === true));
  help.addEventListener("click", (event) => {
    event.preventDefault();
    setOpen(true);
    showSearch(frame);
  });
  crossOver(frame, setOpen);
}

/** The pane's list of functions, ready to type a word. */
function showSearch(frame: HTMLIFrameElement): void {
  const pane = frame.contentWindow;
  if (!pane) return;
  pane.location.hash = "functions";
  pane.focus();
  pane.document.getElementById("search")?.focus();
}

/** F6 goes to the pane and back, as in Excel, where Tab cannot: the sheet takes Tab for the next cell. */
function crossOver(frame: HTMLIFrameElement, setOpen: (open: boolean) => void): void {
  let inSheet: HTMLElement | null = null;
  const isKey = (event: KeyboardEvent) => event.key === "F6" && !event.altKey && !event.metaKey;
  // In the capture phase: the sheet lets no key through.
  window.addEventListener(
    "keydown",
    (event) => {
      if (!isKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (document.activeElement instanceof HTMLElement && byId("sheet").contains(document.activeElement)) {
        inSheet = document.activeElement;
      }
      setOpen(true);
      frame.focus();
    },
    { capture: true },
  );
  frame.addEventListener("load", () => {
    frame.contentWindow?.addEventListener("keydown", (event) => {
      if (!isKey(event)) return;
      event.preventDefault();
      window.focus();
      (inSheet ?? byId("sheet").querySelector<HTMLElement>("[contenteditable]"))?.focus();
    });
  });
}
