/** The selected cell of the workbook, explained in the pane. */
import type { Language } from "soundings";
import { callsIn } from "../explain/formula.js";
import { byId } from "./dom.js";
import { explainView } from "./explain-view.js";
import type { Host } from "./host.js";
import { words } from "./words.js";

/** Counts the askings: an answer that a later one has overtaken is not shown. */
let asked = 0;
let shown = "";

/** Explains what is selected now. An explanation that has not changed is left as it stands, what is unfolded in it too. */
export async function showCell(host: Host, language: Language): Promise<void> {
  const turn = ++asked;
  const { address, formula } = await host.selectedCell();
  const calls = await callsIn(formula, host.read, language);
  if (turn !== asked) return;
  const w = words[language];
  byId("cell").hidden = false;
  const [outermost] = calls;
  byId("cell-name").textContent = w.thisCell(address.slice(address.lastIndexOf("!") + 1), outermost?.definition.id);
  const details = byId("cell").querySelector("details") as HTMLDetailsElement;
  const now = JSON.stringify([language, address, calls.map(({ source, args }) => [source, args])]);
  const show = () => {
    if (!details.open || now === shown) return;
    shown = now;
    byId("explanation").replaceChildren(explainView(calls, language));
  };
  // A chart takes the width of the page: it is drawn when it is seen.
  details.ontoggle = show;
  show();
}
