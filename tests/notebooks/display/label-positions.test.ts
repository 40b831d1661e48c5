/** Where the labels of a scatter go. */
import { describe, expect, it } from "vitest";
import { labelPositions } from "../../../notebooks/display/label-positions.js";

const area = { width: 600, height: 300, x: [0, 100], y: [0, 10], fontSize: 11 } as const;

describe("labelPositions(points, area)", () => {
  it("puts a lone point's label above it, and below where there is no room above", () => {
    expect(labelPositions([{ x: 50, y: 5, label: "Hefei" }], area)).toEqual(["top center"]);
    expect(labelPositions([{ x: 50, y: 9.9, label: "Hefei" }], area)).toEqual(["bottom center"]);
  });

  it("keeps labels of neighbours apart, off other markers and inside", () => {
    expect(
      labelPositions(
        [
          { x: 50, y: 5, label: "Nanjing" },
          { x: 50, y: 5.4, label: "Wuxi" },
        ],
        area,
      ),
    ).toEqual(["bottom center", "top center"]);
    const atEdge = labelPositions(
      [
        { x: 99.5, y: 9.9, label: "Hefei" },
        { x: 0.5, y: 0.1, label: { en: "Tianjin", zh: "天津" } },
      ],
      area,
    );
    expect(atEdge).toEqual(["bottom left", "top right"]);
  });

  it("keeps off other texts that stand there already", () => {
    const taken = [{ left: 250, right: 350, top: 130, bottom: 147 }];
    expect(labelPositions([{ x: 50, y: 5, label: "Hefei" }], { ...area, taken })).toEqual(["bottom center"]);
  });

  it("has one position per point, and none for none", () => {
    expect(labelPositions([], area)).toEqual([]);
  });
});
