/** A name for a new sheet. */

/** "City card", or "City card 2" where that is taken. Excel ignores case in names. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  return name;
}
