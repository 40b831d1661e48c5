/** Freezing and thawing in the pane: the scope, what it takes in, the two buttons, and what came of them. No workbook here. */
import type { Language } from "soundings";
import type { Book } from "../freeze/book.js";
import type { Scope } from "../freeze/found.js";
import { freeze } from "../freeze/freeze.js";
import { preview } from "../freeze/preview.js";
import { thaw } from "../freeze/thaw.js";
import { localTime } from "../freeze/time.js";
import { reasonOf } from "../reason.js";
import { el } from "./dom.js";
import { freezeOutcome, thawOutcome } from "./freeze-outcome.js";
import { freezeViewWords } from "./freeze-words.js";

export interface FreezeView {
  readonly element: HTMLElement;
  /** Counts anew what the scope takes in. */
  readonly recount: () => Promise<void>;
}

export function freezeView(book: Book, language: Language): FreezeView {
  const w = freezeViewWords[language];
  const [live, frozen] = [el("span", { class: "quiet", id: "live-count" }), el("span", { class: "quiet", id: "frozen-count" })];
  const outcome = el("div", { class: "outcome", role: "status" });
  const sheetName = el("span", {}, w.sheet(""));
  const chosen = (): Scope =>
    element.querySelector<HTMLInputElement>("input:checked")?.value === "sheet" ? "sheet" : "workbook";
  const ask = (scope: Scope, label: HTMLElement | string) =>
    el("label", {}, el("input", { type: "radio", name: "scope", value: scope, checked: scope === "workbook" }), label);

  let turn = 0;
  const recount = async () => {
    const own = ++turn;
    try {
      const counts = await preview(book, chosen());
      if (own !== turn) return;
      sheetName.textContent = w.sheet(counts.active);
      live.textContent = w.live(counts.live);
      frozen.textContent = w.frozen(counts.frozen);
    } catch (error) {
      outcome.replaceChildren(el("p", {}, w.failed(reasonOf(error))));
    }
  };

  const act = async (work: (scope: Scope) => Promise<HTMLElement>) => {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    outcome.replaceChildren(el("p", {}, w.working));
    try {
      outcome.replaceChildren(await work(chosen()));
    } catch (error) {
      outcome.replaceChildren(el("p", {}, w.failed(reasonOf(error))));
    } finally {
      element.removeAttribute("aria-busy");
    }
    await recount();
  };
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const freezeButton = el(
    "button",
    {
      type: "button",
      "aria-describedby": "live-count",
      onclick: () =>
        void act(async (scope) =>
          freezeOutcome(await freeze(book, { scope, language, time: localTime(new Date()), pause }), language),
        ),
    },
    w.freeze,
  );
  const thawButton = el(
    "button",
    {
      type: "button",
      "aria-describedby": "frozen-count",
      onclick: () => void act(async (scope) => thawOutcome(await thaw(book, { scope, language, pause }), language)),
    },
    w.thaw,
  );
  const element = el(
    "div",
    { class: "send" },
    el("p", { class: "quiet" }, w.why),
    el(
      "fieldset",
      { onchange: () => void recount() },
      el("legend", {}, w.scope),
      ask("workbook", w.workbook),
      ask("sheet", sheetName),
    ),
    el("div", { class: "actions" }, freezeButton, live, thawButton, frozen),
    outcome,
  );
  for (const count of [live, frozen]) count.textContent = w.counting;
  return { element, recount };
}
