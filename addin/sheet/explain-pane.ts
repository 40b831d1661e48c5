/** The pane beside the try-it sheet: the selected cell explained, anew with every selection and calculation. */
import type { FUniver } from "@univerjs/core/facade";
import type { Language } from "soundings";
import { callsIn } from "../explain/formula.js";
import { byId } from "../taskpane/dom.js";
import { explainView } from "../taskpane/explain-view.js";
import { words } from "../taskpane/words.js";
import { readReference } from "./cells.js";

/** Returns what renews the explanation. It does nothing while the pane is closed. */
export function explainPane(api: FUniver, language: Language): () => void {
  const w = words[language];
  const [pane, toggle, body] = [byId("pane"), byId("pane-toggle"), byId("explanation")];
  let shown = "";
  const renew = async () => {
    const range = api.getActiveWorkbook()?.getActiveSheet().getSelection()?.getCurrentCell();
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    if (pane.hidden || !range || !sheet) return;
    const cell = sheet.getRange(range.actualRow, range.actualColumn);
    const calls = await callsIn(cell.getFormula(), async (reference) => readReference(api, reference), language);
    const now = JSON.stringify([sheet.getSheetId(), cell.getA1Notation(), calls.map(({ source, args }) => [source, args])]);
    if (now === shown) return;
    shown = now;
    byId("pane-title").textContent = `${w.explainTitle} · ${cell.getA1Notation()}`;
    body.replaceChildren(explainView(calls, language));
  };
  toggle.textContent = w.explainTitle;
  toggle.addEventListener("click", () => {
    pane.hidden = !pane.hidden;
    toggle.setAttribute("aria-pressed", String(!pane.hidden));
    renew();
  });
  return () => void renew();
}
