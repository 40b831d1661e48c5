import { expect, test } from "vitest";
import { paletteOf } from "../../addin/taskpane/theme.js";

test("paletteOf(background) suits Office's four themes: White, Colourful, Dark Grey, Black", () => {
  expect(["#FFFFFF", "#E6E6E6", "#666666", "#262626"].map(paletteOf)).toEqual(["light", "light", "grey", "dark"]);
});

test("paletteOf(background) is undefined for what is no #rrggbb, so that the page follows the system", () => {
  expect(paletteOf("window")).toBeUndefined();
});
