import {
  bandLadder,
  bandOf,
  cutLadder,
  type Ladder,
  landingClass,
  landingLadder,
  placeOn,
  priceCutCoefficient,
  zoneLadder,
  zoneOf,
} from "soundings";
import { expect, test } from "vitest";

/** Every edge, and values on either side of it beyond and within the tolerance. */
const around = ({ edges }: Ladder<unknown>) => edges.flatMap(({ at }) => [-0.001, -1e-10, 0, 1e-10, 0.001].map((by) => at + by));

test("placeOn(value, ladder) gives the class that the functions give, at the edges and beside them", () => {
  const agree = <Class>(ladder: Ladder<Class>, of: (value: number) => Class) =>
    expect(around(ladder).map((value) => placeOn(value, ladder).own)).toEqual(around(ladder).map(of));
  agree(bandLadder, bandOf);
  agree(cutLadder, priceCutCoefficient);
  agree(zoneLadder(), (value) => zoneOf(value));
  agree(zoneLadder(2, 2.5), (value) => zoneOf(value, 2, 2.5));
  agree(landingLadder, (strain) => landingClass(strain * 0.05, 0));
});

test("placeOn(value, ladder) names the classes beside its own, each with the edge between", () => {
  const { up, down } = placeOn(40, bandLadder);
  expect(up).toEqual({ at: 65, opens: "from", to: "midHigh" });
  expect(down).toEqual({ at: 40, opens: "from", to: "low" });
  expect(placeOn(70, bandLadder).up).toEqual({ at: 70, opens: "beyond", to: "high" });
  expect(placeOn(71, bandLadder).up).toBeUndefined();
  expect(placeOn(0, bandLadder).down).toBeUndefined();
});
