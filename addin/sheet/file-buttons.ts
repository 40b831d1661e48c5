/** The buttons that open and save files. Nothing is sent anywhere. */
import type { FUniver } from "@univerjs/core/facade";
import type { Language } from "soundings";
import { byId, el } from "../taskpane/dom.js";
import { exported, type FileKind, imported } from "./files.js";
import { words } from "./words.js";

/** @param tell says what became of a file */
export function fileButtons(api: FUniver, language: Language, tell: (message: string) => void): void {
  const w = words[language];
  const picker = byId("file") as HTMLInputElement;
  byId("open").textContent = w.open;
  picker.setAttribute("aria-label", w.open);
  byId("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (file === undefined) return;
    try {
      tell(w.opened((await imported(api, file.name, await file.arrayBuffer())).join(", ")));
    } catch (error) {
      tell(w.notOpened(file.name, error instanceof Error ? error.message : String(error)));
    }
    picker.value = "";
  });
  for (const kind of ["xlsx", "csv"] as const) {
    byId(`save-${kind}`).textContent = w.save[kind];
    byId(`save-${kind}`).addEventListener("click", async () => download(await exported(api, kind), kind));
  }
}

function download(file: Blob, kind: FileKind): void {
  const url = URL.createObjectURL(file);
  el("a", { href: url, download: `soundings.${kind}` }).click();
  URL.revokeObjectURL(url);
}
