/** The selected cell of Excel, explained in the pane while it has one of our functions. */
import type { Language } from "soundings";
import { callsIn } from "../explain/formula.js";
import { byId } from "./dom.js";
import { explainView } from "./explain-view.js";
import type { Host } from "./host.js";
import { words } from "./words.js";

/** Explains what is selected now; hides itself for a cell without our functions. */
export async function showCell(excel: Host, language: Language): Promise<void> {
  const { address, formula } = await excel.selectedCell();
  const calls = await callsIn(formula, excel.read, language);
  byId("cell").hidden = calls.length === 0;
  byId("cell-name").textContent = `${words[language].thisCell(address)} · ${calls[0]?.definition.id ?? ""}`;
  const show = () => byId("explanation").replaceChildren(explainView(calls, language));
  const details = byId("cell").querySelector("details") as HTMLDetailsElement;
  // A chart takes the width of the page: it is drawn when it is seen.
  details.ontoggle = () => {
    if (details.open) show();
  };
  if (details.open) show();
}
