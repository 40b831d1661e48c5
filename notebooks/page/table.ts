/** A table at home on the page: its figure, number and scrolling box, and columns that are wide enough for their words. */
import { textColumns } from "@soundings/display";
import { named, say } from "./html.js";
import { type Numbering, numbered } from "./numbering.js";
import { fragmentOf } from "./sanitize.js";

/** Rows from which a table scrolls under a head that stays, and letters, since a row of much text is tall. */
const longTable = 18;
const longTableText = 2400;

/** Rows up to which a printed table is not split between two pages. */
const keptWhole = 8;

/** Letters up to which a cell's text stays on one line; a Chinese character counts as two. */
const oneLine = 16;
/** Lines in which the longest text of a column should find room, and the bounds of that in letters. */
const lines = { body: 6, head: 3 };
const leastLetters = 14;
const mostLetters = 22;

function textWithout(cell: Element, language: string): string {
  const own = cell.cloneNode(true) as Element;
  for (const word of own.querySelectorAll(`[data-lang=${language}]`)) word.remove();
  return own.textContent ?? "";
}

/** Letters of a cell in the language in which it is longer. */
function lettersOf(cell: Element): number {
  const isBilingual = cell.querySelector("[data-lang]") !== null;
  const texts = isBilingual ? [textWithout(cell, "zh"), textWithout(cell, "en")] : [cell.textContent ?? ""];
  return Math.max(...texts.map((text) => textColumns(text.trim())));
}

const isNumeric = (cell: Element) => /right/.test(cell.getAttribute("style") ?? "");

/**
 * Browsers share a table's width out by how long the longest text of each column is, down to its longest word: a column
 * of dates breaks them, and one of sentences beside many numbers gets a word a line. Short texts keep their line; a
 * column of longer ones, and a head, have a least width by how much they have to say.
 */
function fitColumns(table: Element): void {
  if (table.querySelector("[colspan], [rowspan], td table")) return;
  const heads = [...table.querySelectorAll("thead tr:last-child > *")];
  const rows = [...table.querySelectorAll("tbody > tr")].map((row) => [...row.children]);
  const columns = Math.max(heads.length, rows[0]?.length ?? 0);
  for (let at = 0; at < columns; at++) {
    const cells = rows.flatMap((row) => row[at] ?? []);
    const letters = Math.max(0, ...cells.map(lettersOf));
    const name = heads[at];
    const unit = name?.querySelector(".snd-unit");
    if (unit && lettersOf(unit) <= oneLine) unit.classList.add("whole");
    const head = name === undefined ? 0 : lettersOf(name);
    let least = Math.min(head, Math.ceil(head / lines.head), mostLetters);
    if (letters <= oneLine) for (const cell of cells) cell.classList.add("whole");
    else if (!cells.some(isNumeric)) {
      least = Math.max(least, Math.min(mostLetters, Math.max(leastLetters, Math.ceil(letters / lines.body))));
    }
    const first = name ?? cells[0];
    const style = first?.getAttribute("style");
    first?.setAttribute("style", `${style ? `${style};` : ""}--least:${least}ch`);
  }
}

/** What a card is stays said where its lines are laid out as blocks on a narrow screen. */
function nameParts(card: Element): void {
  card.setAttribute("role", "table");
  for (const group of card.querySelectorAll("tbody")) group.setAttribute("role", "rowgroup");
  for (const row of card.querySelectorAll("tr")) row.setAttribute("role", "row");
  for (const cell of card.querySelectorAll("td")) cell.setAttribute("role", "cell");
  for (const head of card.querySelectorAll("th")) head.setAttribute("role", "rowheader");
}

/** A head without words names nothing. */
function replaceByCell(head: Element): void {
  head.outerHTML = "<td></td>";
}

/** A table in the box that it scrolls in, under its caption, above its foot lines. */
export function frameTable(table: Element, numbering: Numbering): void {
  const caption = table.querySelector("caption");
  const isCard = table.classList.contains("snd-card");
  const foot = [...table.querySelectorAll("tfoot td")].map((cell) => `<p>${cell.innerHTML}</p>`).join("");
  const number = caption === null || isCard ? undefined : numbering.nextTable();
  const label = number === undefined ? "" : numbered("table", number);
  const id = number === undefined ? `card-${numbering.nextCard()}` : `table-${number}`;
  const rows = table.querySelectorAll("tbody tr").length;
  const text = (table.querySelector("tbody")?.textContent ?? "").length;
  const isLong = rows >= longTable || (rows > 4 && text >= longTableText);
  const kind = [isCard ? " card" : "", !isCard && (isLong || rows > keptWhole) ? " split" : ""].join("");
  const region = caption === null ? named(say.table) : `aria-labelledby="${id}-caption"`;
  const frame = fragmentOf(
    `<figure class="table${kind}" id="${id}">` +
      `${caption === null ? "" : `<figcaption id="${id}-caption">${label}${caption.innerHTML}</figcaption>`}` +
      `<div class="box${isLong ? " long" : ""}" role="region" tabindex="0" ${region}></div>` +
      `${foot === "" ? "" : `<div class="below"><div>${foot}</div></div>`}</figure>`,
  );
  caption?.remove();
  table.querySelector("tfoot")?.remove();
  for (const head of table.querySelectorAll("thead th:not([scope])")) head.setAttribute("scope", "col");
  for (const head of table.querySelectorAll("thead th")) if (head.textContent?.trim() === "") replaceByCell(head);
  if (isCard) nameParts(table);
  else fitColumns(table);
  const box = frame.querySelector(".box");
  table.replaceWith(frame);
  box?.append(table);
}
