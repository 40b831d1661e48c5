/** What came of freezing or thawing, on the page. */
import type { Language } from "soundings";
import type { FreezeResult } from "../freeze/freeze.js";
import type { Changed, ThawResult } from "../freeze/thaw.js";
import { el } from "./dom.js";
import { freezeViewWords } from "./freeze-words.js";

/** The provenance sheet has the rest. */
const longestList = 20;

export function freezeOutcome(result: FreezeResult, language: Language): HTMLElement {
  const w = freezeViewWords[language];
  switch (result.kind) {
    case "nothing":
      return el("div", {}, el("p", {}, w.didNotFreeze));
    case "refused":
      return el("div", {}, el("p", { class: "bad" }, w.didNotFreeze), list(result.reasons, language));
    case "frozen":
      return el(
        "div",
        {},
        el("p", { class: "good" }, w.didFreeze(result, result.page)),
        named(w.asErrors, result.errors, language),
      );
  }
}

export function thawOutcome(result: ThawResult, language: Language): HTMLElement {
  const w = freezeViewWords[language];
  switch (result.kind) {
    case "nothing":
      return el("div", {}, el("p", {}, w.didNotThaw));
    case "refused":
      return el("div", {}, el("p", { class: "bad" }, w.didNotThaw), list(result.reasons, language));
    case "thawed": {
      const { formulas, left, changed, waiting, removed } = result;
      const done = [w.didThaw(formulas), ...(removed.length > 0 ? [w.removed] : [])].join(language === "zh" ? "" : " ");
      return el(
        "div",
        {},
        el("p", { class: formulas > 0 ? "good" : "bad" }, formulas > 0 ? done : w.didNotThaw),
        named(
          w.changed,
          changed.map((one) => changedLine(one, language)),
          language,
        ),
        named(
          w.left,
          left.map(({ cell, reason }) => line(cell, reason)),
          language,
        ),
        named(w.waiting, waiting, language),
      );
    }
  }
}

function changedLine({ cell, was, is, others, inputs, version }: Changed, language: Language): HTMLElement {
  const w = freezeViewWords[language];
  const why = [
    others > 0 && w.others(others),
    inputs.length > 0 && w.because(inputs.join(", ")),
    version !== undefined && w.byVersion(version),
  ].filter((told) => told !== false);
  return line(cell, w.was(was, is), why.length > 0 && el("span", { class: "quiet" }, ` (${why.join("; ")})`));
}

function line(cell: string, text: string, more: HTMLElement | false = false): HTMLElement {
  return el("span", {}, el("b", {}, cell), ` ${text}`, more);
}

function named(title: string, items: readonly (string | HTMLElement)[], language: Language): HTMLElement | false {
  return items.length > 0 && el("div", {}, el("p", {}, title), list(items, language));
}

function list(items: readonly (string | HTMLElement)[], language: Language): HTMLElement {
  const left = items.length - longestList;
  const shown = items.slice(0, longestList).map((item) => el("li", {}, item));
  return el("ul", {}, ...shown, left > 0 && el("li", {}, freezeViewWords[language].more(left)));
}
