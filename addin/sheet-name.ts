/** Names of new sheets, as Excel takes them; the try-it sheet keeps to the same. */

const longest = 31;
const forbidden = /[\\/?*[\]:]/g;

/** The wanted name, cut and cleaned, or with a number after it where that is taken. Case does not tell names apart. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  // Excel takes no apostrophe at either end.
  const clean =
    wanted
      .replace(forbidden, " ")
      .trim()
      .replace(/^'+|'+$/g, "") || "Sheet";
  let name = clean.slice(0, longest);
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${clean.slice(0, longest - ` ${n}`.length)} ${n}`;
  return name;
}
