/** Comparing numbers as the reports' vectors do: relative or absolute, and through lists and objects. */

/** Whether `seen` equals `wanted`, numbers within `tolerance` (relative to `wanted`, absolute near 0). */
export function isClose(seen: unknown, wanted: unknown, tolerance = 1e-9, kind: "rel" | "abs" = "rel"): boolean {
  if (typeof seen === "number" && typeof wanted === "number") {
    const scale = kind === "rel" && wanted !== 0 ? Math.abs(wanted) : 1;
    return Math.abs(seen - wanted) <= tolerance * scale;
  }
  if (typeof wanted === "object" && wanted !== null && typeof seen === "object" && seen !== null) {
    const keys = Object.keys(wanted);
    const seenKeys = Object.keys(seen);
    const get = (o: object, k: string) => (o as Record<string, unknown>)[k];
    return keys.length === seenKeys.length && keys.every((k) => isClose(get(seen, k), get(wanted, k), tolerance, kind));
  }
  return Object.is(seen, wanted);
}
