/** The notebook pages as links, each opened beside the workbook. */
import type { Language } from "soundings";
import { el } from "./dom.js";
import type { Host } from "./host.js";
import type { NotebookPage } from "./notebooks.js";
import { words } from "./words.js";

/** @param open shows a page beside the workbook; without it the browser opens another tab */
export function notebooksView(pages: readonly NotebookPage[], language: Language, open: Host["openPage"]): HTMLElement {
  const links = pages.map(({ href, title }) => {
    const link = el("a", { href, target: "_blank", rel: "noopener" }, title[language]);
    if (open) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        open(href);
      });
    }
    return el("li", {}, link);
  });
  const w = words[language];
  return el("div", {}, el("p", { class: "quiet" }, w.notebooksHint), el("ul", {}, ...links));
}
