/** The selected cell of the workbook, explained in the pane. */
import type { Language } from "soundings";
import { callsIn, type FoundCall } from "../explain/formula.js";
import { reasonOf } from "../reason.js";
import { byId, el } from "./dom.js";
import { explainView } from "./explain-view.js";
import type { Host } from "./host.js";
import { forget, remember, remembered } from "./memory.js";
import { words } from "./words.js";

/** Counts the askings: an answer that a later one has overtaken is not shown. */
let asked = 0;
let shown = "";

/** Explains what is selected now. An explanation that has not changed is left as it stands, what is unfolded in it too. */
export async function showCell(host: Host, language: Language): Promise<void> {
  const turn = ++asked;
  const w = words[language];
  let address: string;
  let calls: readonly FoundCall[];
  try {
    const cell = await host.selectedCell();
    address = cell.address;
    calls = await callsIn(cell.formula, host.read, language);
  } catch (error) {
    // What stood here was of another cell.
    if (turn === asked) put(w.explainTitle, reasonOf(error), () => el("p", { class: "error" }, w.notExplained(reasonOf(error))));
    return;
  }
  if (turn !== asked) return;
  const [outermost] = calls;
  unfold(outermost !== undefined);
  const name = w.thisCell(address.slice(address.lastIndexOf("!") + 1), outermost?.definition.id);
  const state = JSON.stringify([language, address, calls.map(({ source, args }) => [source, args])]);
  put(name, state, () => explainView(calls, language));
}

const details = byId("cell").querySelector("details") as HTMLDetailsElement;
let openedItself = false;

// Before the browser opens or shuts it: whoever shuts it is not to find it open at the next cell.
details.querySelector("summary")?.addEventListener("click", () => {
  openedItself = false;
  if (details.open) remember("soundings.explain", "shut");
  else forget("soundings.explain");
});

/** Opens for a cell with a function of ours, and shuts again behind it, unless someone has shut or opened it. */
function unfold(hasCalls: boolean): void {
  if (hasCalls && !details.open && !isShut()) {
    openedItself = true;
    details.open = true;
  } else if (!hasCalls && openedItself) {
    openedItself = false;
    details.open = false;
  }
}

/** Open also where there is nothing to explain yet. */
export function startOpen(): void {
  if (!isShut()) details.open = true;
}

function isShut(): boolean {
  return remembered("soundings.explain") === "shut";
}

/** @param state the same for the same view */
function put(name: string, state: string, view: () => HTMLElement): void {
  byId("cell").hidden = false;
  byId("cell-name").textContent = name;
  const show = () => {
    if (!details.open || state === shown) return;
    shown = state;
    byId("explanation").replaceChildren(view());
  };
  // A chart takes the width of the page: it is drawn when it is seen.
  details.ontoggle = show;
  show();
}
