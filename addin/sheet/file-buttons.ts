/** The buttons that open and save files. Nothing is sent anywhere. */
import type { Language } from "soundings";
import { reasonOf } from "../reason.js";
import { byId, el } from "../taskpane/dom.js";
import type { Growable } from "./add-sheet.js";
import { exported, type FileKind, imported } from "./files.js";
import { words } from "./words.js";
import type { Exportable } from "./xlsx-sheet.js";

/** @param tell says what became of a file */
export function fileButtons(engine: Exportable & Growable, language: Language, tell: (message: string) => void): void {
  const w = words[language];
  const picker = byId("file") as HTMLInputElement;
  byId("open").textContent = w.open;
  picker.setAttribute("aria-label", w.open);
  byId("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (file === undefined) return;
    try {
      tell(w.opened((await imported(engine, file.name, await file.arrayBuffer(), language)).join(", ")));
    } catch (error) {
      tell(w.notOpened(file.name, reasonOf(error)));
    }
    picker.value = "";
  });
  for (const kind of ["xlsx", "csv"] as const) {
    byId(`save-${kind}`).textContent = w.save[kind];
    byId(`save-${kind}`).addEventListener("click", async () => {
      try {
        download(await exported(engine, kind), kind);
      } catch (error) {
        tell(w.notSaved(reasonOf(error)));
      }
    });
  }
}

function download(file: Blob, kind: FileKind): void {
  const url = URL.createObjectURL(file);
  el("a", { href: url, download: `soundings.${kind}` }).click();
  URL.revokeObjectURL(url);
}
