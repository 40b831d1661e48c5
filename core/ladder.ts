/** Classes in order, with the edges between them: bands, zones, coefficients. Here: which class, and the way to the next ones. */
import { above, atLeast } from "./tolerance.js";

export interface Edge {
  readonly at: number;
  /** from: the edge itself is in the upper class. beyond: it is still in the lower one. */
  readonly opens: "from" | "beyond";
}

/** From below; one class more than edges. */
export interface Ladder<Class> {
  readonly classes: readonly Class[];
  readonly edges: readonly Edge[];
}

/** A class beside a value's own, and the edge that parts them. */
export interface NextClass<Class> extends Edge {
  readonly to: Class;
}

/** Whether a value is above an edge, compared with the tolerance of all thresholds. */
export function isPast(value: number, { at, opens }: Edge): boolean {
  return opens === "from" ? atLeast(value, at) : above(value, at);
}

/** The class of a finite value, and the steps to the classes beside it; undefined at either end. */
export function placeOn<Class>(
  value: number,
  { classes, edges }: Ladder<Class>,
): { readonly own: Class; readonly up: NextClass<Class> | undefined; readonly down: NextClass<Class> | undefined } {
  const passed = edges.filter((edge) => isPast(value, edge)).length;
  const step = (edge: Edge | undefined, to: number) => edge && { ...edge, to: classes[to] as Class };
  return {
    own: classes[passed] as Class,
    up: step(edges[passed], passed + 1),
    down: step(edges[passed - 1], passed - 1),
  };
}
