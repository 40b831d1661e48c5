/** Checked cases of the method: computed by two independent routes before any of this code was written. */
import { readFileSync } from "node:fs";
import { catalog, findDefinition, InputError } from "soundings";
import { describe, expect, it } from "vitest";
import { isClose } from "../rounding.js";

interface Vector {
  readonly id: string;
  readonly fn: string;
  readonly args: Record<string, unknown>;
  readonly expect: unknown;
  readonly tol: number;
  readonly tol_kind: "rel" | "abs";
}

const { cases } = JSON.parse(readFileSync(new URL("../vectors.json", import.meta.url), "utf8")) as { cases: Vector[] };

/** The answer as JSON carries it: a result, or the cell error of a refusal. */
function answer({ fn, args }: Vector): unknown {
  try {
    return findDefinition(fn)?.evaluate(args);
  } catch (error) {
    if (error instanceof InputError) return { error: error.code };
    throw error;
  }
}

const known = cases.filter(({ fn }) => findDefinition(fn));
const missing = [...new Set(cases.map(({ fn }) => fn))].filter((fn) => !findDefinition(fn));

/** Made of the method's functions, which the cases do cover, or about the catalogue itself: tests/core/table has their tests. */
const withoutCases = ["HPI_TABLE", "IHCI_MAP", "RENT_TABLE", "READ_AS", "SOUNDINGS_VERSION", "SOUNDINGS_SOURCE"];

describe("the method's vectors", () => {
  it.each(known.map((vector) => [vector.id, vector.fn, vector] as const))("%s %s", (_id, _fn, vector) => {
    const seen = answer(vector);
    expect(
      isClose(seen, vector.expect, vector.tol, vector.tol_kind),
      `${JSON.stringify(seen)} for ${JSON.stringify(vector.expect)}`,
    ).toBe(true);
  });

  it("cover every function of the catalogue but those listed above", () => {
    const covered = new Set(cases.map(({ fn }) => fn));
    expect(catalog.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual(withoutCases);
  });

  it("name functions that the catalogue does not have yet, listed here", () => {
    console.log(
      `vectors: ${known.length} of ${cases.length} cases run; not in the catalogue yet: ${missing.join(", ") || "none"}`,
    );
    expect(known.length).toBeGreaterThan(0);
  });
});
