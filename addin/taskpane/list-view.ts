/** The list of functions, by report. Links, so that keyboard, screen reader and the back button work by themselves. */
import { type Definition, type Language, type Origin, ownFunctions } from "soundings";
import { el } from "./dom.js";
import { groupByReport } from "./search.js";
import { words } from "./words.js";

export interface ListOptions {
  readonly language: Language;
  readonly selected: string | undefined;
}

/** One section per report with a link "#ID" per function. */
export function listView(definitions: readonly Definition[], { language, selected }: ListOptions): HTMLElement {
  const groups = groupByReport(definitions).map(({ report, definitions: members }) =>
    el(
      "section",
      { class: "group" },
      el("h2", {}, report.title[language], numberOf(report, language)),
      el(
        "ul",
        {},
        ...members.map((definition) =>
          el(
            "li",
            {},
            el(
              "a",
              { href: `#${definition.id}`, ...(definition.id === selected ? { "aria-current": "true" } : {}) },
              el("code", {}, definition.id),
              el("span", { class: "summary" }, definition.summary[language]),
            ),
          ),
        ),
      ),
    ),
  );
  return el("div", {}, ...(groups.length > 0 ? groups : [el("p", { class: "quiet" }, words[language].none)]));
}

function numberOf({ id }: Origin, language: Language): HTMLElement | false {
  return id !== ownFunctions.id && el("span", { class: "quiet" }, ` ${words[language].report(id)}`);
}

/** Up and down arrows walk from the search box through the links and back. */
export function walkByArrows(nav: HTMLElement): void {
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [...nav.querySelectorAll<HTMLElement>("input[type=search], a")];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
}
