/** Choosing a file, a sheet and a range of it, seeing what will come, and putting it into the workbook. */
import type { Language } from "soundings";
import { type Block, cut, excess, limits, sha256, shownText } from "../import/block.js";
import { accepted, type FileSheet, readFile } from "../import/file.js";
import { reasonOf } from "../reason.js";
import { el } from "./dom.js";
import { words } from "./words.js";

export interface ImportOptions {
  readonly language: Language;
  /** Adds a sheet and says so. */
  readonly insert: (block: Block) => Promise<void>;
}

interface Opened {
  readonly name: string;
  readonly hash: string | undefined;
  readonly sheets: readonly FileSheet[];
}

/** Kept when the pane changes its language. */
let opened: Opened | undefined;

const [rowsShown, columnsShown] = [5, 6] as const;

export function importView({ language, insert }: ImportOptions): HTMLElement {
  const w = words[language];
  const choice = el("div", { class: "choice" });
  const say = (message: string) => choice.replaceChildren(el("p", { class: "error", role: "alert" }, message));
  const show = () => choice.replaceChildren(...(opened ? choiceViews(opened, { language, insert }) : []));
  const picker = el("input", { id: "import-file", type: "file", accept: accepted });
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (file === undefined) return;
    opened = undefined;
    try {
      opened = await open(file, language);
      show();
    } catch (error) {
      say(w.notOpened(file.name, reasonOf(error)));
    }
  });
  show();
  return el("div", {}, el("label", { for: "import-file", class: "quiet" }, w.importHint), picker, choice);
}

async function open(file: File, language: Language): Promise<Opened> {
  if (file.size > limits.fileBytes)
    throw new Error(words[language].fileTooBig(megabytes(file.size), megabytes(limits.fileBytes)));
  const bytes = await file.arrayBuffer();
  return { name: file.name, sheets: await readFile(file.name, bytes, { language }), hash: await sha256(bytes) };
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

/** Sheet, range, what they hold, and the button. */
function choiceViews(file: Opened, { language, insert }: ImportOptions): HTMLElement[] {
  const w = words[language];
  const sheet = el(
    "select",
    { id: "import-sheet" },
    ...file.sheets.map(({ name }, i) => el("option", { value: String(i) }, name)),
  );
  const range = el("input", { id: "import-range", placeholder: "B2:F20", autocomplete: "off", spellcheck: "false" });
  const preview = el("div", { "aria-live": "polite" });
  const button = el("button", { type: "button" }, w.insertSheet);
  let wanted: Block | undefined;
  const renew = () => {
    const from = file.sheets[Number(sheet.value)];
    const rows = from && cut(from, range.value);
    const refusal = refusalOf(rows, range.value, language);
    wanted = from && rows && refusal === undefined ? blockOf(file, from, range.value, rows, language) : undefined;
    button.disabled = wanted === undefined;
    preview.replaceChildren(
      ...(refusal === undefined ? previewViews(rows ?? [], language) : [el("p", { class: "error" }, refusal)]),
    );
  };
  sheet.addEventListener("change", renew);
  range.addEventListener("input", renew);
  button.addEventListener("click", async () => {
    if (wanted === undefined) return;
    button.disabled = true;
    await insert({ ...wanted, provenance: [...wanted.provenance, [w.importedAt, new Date().toISOString()]] });
    button.disabled = false;
  });
  renew();
  return [...(file.sheets.length > 1 ? [el("label", {}, w.sheet, sheet)] : []), el("label", {}, w.range, range), preview, button];
}

function refusalOf(rows: Block["rows"] | undefined, range: string, language: Language): string | undefined {
  const w = words[language];
  if (rows === undefined) return w.noRange(range);
  const found = excess(rows);
  if (found === undefined) return undefined;
  return found.kind === "cells" ? w.tooManyCells(found.count, limits.cells) : w.tooLongText(found.row + 1, limits.textLength);
}

function blockOf(file: Opened, sheet: FileSheet, range: string, rows: Block["rows"], language: Language): Block {
  const w = words[language];
  const part = [file.sheets.length > 1 ? sheet.name : "", range.trim().toUpperCase()].filter(Boolean).join(" · ");
  const lines: (readonly [string, string])[] = [
    [w.importedFrom, file.name],
    ...(part === "" ? [] : [[w.importedPart, part] as const]),
    ...(file.hash === undefined ? [] : [["SHA-256", file.hash] as const]),
  ];
  return { name: sheet.name, rows, provenance: lines };
}

function hasFormulas(rows: Block["rows"]): boolean {
  return rows.some((row) => row.some(({ formula }) => formula !== undefined));
}

/** Size and first rows; a wide one scrolls, by keyboard too. */
function previewViews(rows: Block["rows"], language: Language): HTMLElement[] {
  const w = words[language];
  const width = rows[0]?.length ?? 0;
  const cellsOf = (row: Block["rows"][number]) => row.slice(0, columnsShown);
  const more = width > columnsShown ? [el("td", {}, "…")] : [];
  const [head = [], ...body] = rows.slice(0, rowsShown);
  return [
    el("p", { class: "quiet" }, w.size(rows.length, width), hasFormulas(rows) && ` ${w.asValues}`),
    el(
      "div",
      { class: "spill", tabindex: "0", role: "group", "aria-label": w.firstRows },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, ...cellsOf(head).map((cell) => el("th", { scope: "col" }, shownText(cell))), ...more)),
        el(
          "tbody",
          {},
          ...body.map((row) =>
            el(
              "tr",
              {},
              ...cellsOf(row).map((cell) => el("td", typeof cell.value === "number" ? { class: "number" } : {}, shownText(cell))),
              ...more.map((cell) => cell.cloneNode(true)),
            ),
          ),
        ),
      ),
    ),
  ];
}
