/** Calendar months as text, "2025-09": the form in which dates enter and leave core. No clock, no time zone. */

const monthsPerYear = 12;
/** The last year that yyyy can write. */
const lastYear = 9999;

/** Whether a text is a month written yyyy-mm. */
export function isCalendarMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/**
 * Months counted on from month to month: the difference of two is the time between them.
 * @param month yyyy-mm, as `isCalendarMonth` accepts it
 */
export function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * monthsPerYear + number - 1;
}

/**
 * The month that comes `months` after a month.
 * @param month yyyy-mm, as `isCalendarMonth` accepts it
 * @param months whole number, 0 or more
 * @returns yyyy-mm, or undefined beyond the year 9999
 */
export function monthAfter(month: string, months: number): string | undefined {
  const count = monthNumber(month) + months;
  const laterYear = Math.floor(count / monthsPerYear);
  if (laterYear > lastYear) return undefined;
  return `${String(laterYear).padStart(4, "0")}-${String((count % monthsPerYear) + 1).padStart(2, "0")}`;
}
