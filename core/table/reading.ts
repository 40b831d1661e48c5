/**
 * Texts that can only mean one number, one month, or one yes or no. Here: reading one cell. Not here: which argument or
 * column it is for.
 */

/** Full-width letters, digits and signs (１２．９％) as their plain forms. Nothing else: "10²" must not become 102. */
export function plain(text: string): string {
  if (!unusual.test(text)) return text.trim();
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000]/g, " ")
    .replace(/\u2212/g, "-")
    .trim();
}

/** Looked for first: of a hundred thousand cells hardly any holds one. */
const unusual = /[\uff01-\uff5e\u00a0\u3000\u2212]/;

const number = /^([+-]?)(\d+(?:\.\d*)?|\.\d+|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?)(?:e([+-]?\d{1,3}))?$/i;
const percentage = /^([+-]?)(\d+(?:\.\d*)?|\.\d+|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?)\s*%$/;

/**
 * The number that a text can only mean: "10.73", " 1,234.5 ", "１２．９％", "−3", "1.2E-3".
 * @returns undefined for everything else: units ("12亿元"), dates, currency signs, brackets, words
 */
export function readNumber(text: string): number | undefined {
  const written = plain(text);
  const share = percentage.exec(written);
  const [, sign = "", digits = "", exponent = "0"] = share ?? number.exec(written) ?? [];
  if (digits === "") return undefined;
  // The exponent is shifted in the text, so that 12.9% is the double nearest to 0.129, which 12.9 / 100 need not be.
  const value = Number(`${sign}${digits.replaceAll(",", "")}e${share ? -2 : exponent}`);
  return Number.isFinite(value) ? value : undefined;
}

const yes = new Set(["true", "yes", "y", "1", "是"]);
const no = new Set(["false", "no", "n", "0", "否"]);

/** TRUE or FALSE for the words that can only mean that, in any case or width. */
export function readFlag(text: string): boolean | undefined {
  const word = plain(text).toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** Whether a text looks like an empty cell: nothing, or only spaces. */
export function isBlankText(text: string): boolean {
  return plain(text) === "";
}

const month = /^(\d{4})\s*[-/年]\s*(\d{1,2})(?:月|\s*[-/月]\s*\d{1,2}日?)?$/;

/** The month, yyyy-mm, that a text can only mean: "2025-9", "2025/09", "2025年9月", "2025-09-30". */
export function readMonth(text: string): string | undefined {
  const [, year = "", number = ""] = month.exec(plain(text)) ?? [];
  const known = Number(number) >= 1 && Number(number) <= 12;
  return known ? `${year}-${number.padStart(2, "0")}` : undefined;
}

/** Dates that a month argument may mean: 1990 to 2199. Outside, 202509 typed as a number would pass for a day in 2454. */
const [firstDay, lastDay] = [32_874, 109_574];
const millisecondsPerDay = 86_400_000;

/** The month of a date cell: Excel turns a typed 2025-09 into the number of its day, counted from 1900. */
export function monthOfDay(day: number): string | undefined {
  if (!(day >= firstDay && day < lastDay)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(day) * millisecondsPerDay).toISOString().slice(0, "yyyy-mm".length);
}
