/** The index of city cards: one table that sorts by any column, and the same rows as CSV. Not here: the numbers. */
import { type Band, bands, type CitySummary, qualities, type Text } from "soundings";
import { both, escapeHtml, layout } from "./layout.js";

export interface CardRow extends CitySummary {
  /** The card's page, from the index. */
  readonly href: string;
}

interface Column {
  readonly head: Text;
  /** What the column sorts by; null is no data, and last. */
  readonly key: (row: CardRow) => string | number | null;
  /** HTML of a cell that has data. */
  readonly show: (row: CardRow) => string;
}

const noData: Text = { en: "no data", zh: "无数据" };
const number = (value: number | null, digits: number) => (value === null ? "" : value.toFixed(digits));
const text = (words: Text) => both({ en: escapeHtml(words.en), zh: escapeHtml(words.zh) });
const never: Text = { en: "never", zh: "永不" };

/** A figure that another city's stands in for is marked; the sign is explained below the table. */
const mark = (quality: string | null) => (quality === "standIn" ? " ≈" : quality === "few" ? " *" : "");

const columns: readonly Column[] = [
  {
    head: { en: "City", zh: "城市" },
    key: ({ city_en }) => city_en,
    show: ({ href, city, city_en }) =>
      `<a href="${encodeURI(href)}">${both({ en: escapeHtml(city_en === city ? city : `${city_en} ${city}`), zh: escapeHtml(city) })}</a>`,
  },
  { head: { en: "Lenses", zh: "视角数" }, key: ({ lenses }) => lenses.length, show: ({ lenses }) => String(lenses.length) },
  {
    head: { en: "HPI, 2022", zh: "HPI（2022）" },
    key: ({ hpi }) => hpi,
    show: ({ hpi, band }) => `${number(hpi, 1)} ${band === null ? "" : text(bands[band as Band])}`,
  },
  {
    head: { en: "Multiple", zh: "倍数" },
    key: ({ multiple }) => multiple,
    show: ({ multiple, multiple_quality }) => `${number(multiple, 1)}×${mark(multiple_quality)}`,
  },
  { head: { en: "Zone", zh: "区" }, key: ({ zone }) => zone, show: ({ zone }) => zone ?? "" },
  {
    head: { en: "Yield gap, bp", zh: "回报缺口（基点）" },
    key: ({ gap_basis_points }) => gap_basis_points,
    show: ({ gap_basis_points, yield_quality }) => `${number(gap_basis_points, 0)}${mark(yield_quality)}`,
  },
  {
    head: { en: "Months to the anchor", zh: "到锚月数" },
    key: ({ months_to_anchor: months }) => (months === "never" ? Number.MAX_SAFE_INTEGER : months),
    show: ({ months_to_anchor: months }) => (typeof months === "number" ? number(months, months === 0 ? 0 : 1) : text(never)),
  },
  {
    head: { en: "Months of purchase under water, %", zh: "资不抵债的购房月份 %" },
    key: ({ underwater_share }) => underwater_share,
    show: ({ underwater_share: share }) => (share === null ? "" : number(100 * share, 0)),
  },
  {
    head: { en: "Worst owe, % of value", zh: "最差批次欠款占现值 %" },
    key: ({ highest_loan_to_value }) => highest_loan_to_value,
    show: ({ highest_loan_to_value: ratio }) => (ratio === null ? "" : number(100 * ratio, 0)),
  },
];

const title: Text = { en: "City cards", zh: "城市卡片" };
const lead: Text = {
  en: "Four reports, one row per city with data for at least two of them. The columns are of different dates and measure different things; they do not add up to one score. Each city's page says what each number rests on. No advice.",
  zh: "四份报告，至少两项有数据的城市各占一行。各列日期不同、衡量的事物也不同，不能加成一个总分。每个数的依据见各城市页。本页不构成建议。",
};
const legend: Text = {
  en: `≈ ${qualities.standIn.en}: the tier's mean, or the prefecture's asking price. * ${qualities.few.en}: fewer than three official prices.`,
  zh: `≈ ${qualities.standIn.zh}：能级均值，或所属地级市挂牌价。* ${qualities.few.zh}：官方价格不足三条。`,
};

const style = `
.wide { overflow-x: auto; } .wide table { width: 100%; font-variant-numeric: tabular-nums; } .wide td:nth-child(n+2), .wide th:nth-child(n+2) { text-align: right; }
.wide td { white-space: nowrap; } .wide th { vertical-align: bottom; min-width: 4.5em; } .wide th button { border: 0; padding: 0; background: none; font-weight: 650; text-align: inherit; }
.wide th[aria-sort="ascending"] button::after { content: " ▲"; } .wide th[aria-sort="descending"] button::after { content: " ▼"; } .none { color: var(--soft); }
@media print { .wide { overflow: visible; font-size: 9pt; } a { color: inherit; } }
`;

/** Sorts by the clicked heading; rows without data stay last whichever way. */
const script = `
for (const button of document.querySelectorAll(".wide th button")) button.addEventListener("click", () => {
  const head = button.closest("th"), at = head.cellIndex, body = head.closest("table").tBodies[0];
  const up = head.getAttribute("aria-sort") !== "ascending";
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const key = (row) => row.cells[at].dataset.key ?? "";
  const order = (a, b) => (isNaN(a) || isNaN(b) ? a.localeCompare(b) : a - b) * (up ? 1 : -1);
  const rows = [...body.rows].sort((a, b) => (key(a) === "") - (key(b) === "") || (key(a) === "" ? 0 : order(key(a), key(b))));
  body.append(...rows);
});
`;

/** HTML that needs nothing but the cards beside it; most lenses first, then by name. */
export function cardsPage(cards: readonly CardRow[]): string {
  const rows = [...cards].sort((a, b) => b.lenses.length - a.lenses.length || (a.city_en < b.city_en ? -1 : 1));
  const heads = columns.map(({ head }) => `<th scope="col"><button type="button">${text(head)}</button></th>`).join("");
  const body = rows.map((row) => `<tr>${columns.map((column) => cell(column, row)).join("")}</tr>`).join("");
  return layout(
    title,
    `<style>${style}</style><h1>${text(title)}</h1><p class="lead">${text(lead)}</p>
<div class="wide" tabindex="0" role="region" aria-label="${title.en}"><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>
<p>${text(legend)} <a href="cards.csv">CSV</a></p><script>${script}</script>`,
  );
}

function cell({ key, show }: Column, row: CardRow): string {
  const value = key(row);
  return value === null
    ? `<td class="none">${text(noData)}</td>`
    : `<td data-key="${escapeHtml(String(value))}">${show(row)}</td>`;
}

/** The rows as CSV with a byte order mark, by which Excel knows that it is UTF-8; no data is blank. */
export function cardsCsv(cards: readonly CardRow[]): string {
  const names = Object.keys(cards[0] ?? {}) as (keyof CardRow)[];
  const value = (row: CardRow, name: keyof CardRow) => [row[name] ?? ""].flat().join(" ");
  const quoted = (words: string) => (/[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  return `\uFEFF${[names.join(","), ...cards.map((row) => names.map((name) => quoted(value(row, name))).join(","))].join("\r\n")}\r\n`;
}
