/** The colours of the Office theme: Colourful and White are light, Dark Grey is grey, Black is dark. */
import type { Host } from "./host.js";

export type Palette = "light" | "grey" | "dark";

/** Relative luminances that part Office's themes: black 0.02, dark grey 0.13, light ones above 0.8. */
const darkBelow = 0.06;
const lightFrom = 0.4;

/** Sets the page to the theme's palette; without a theme the style sheet follows the system. */
export function applyTheme(root: HTMLElement, theme: Host["theme"]): void {
  const palette = theme && paletteOf(theme.bodyBackgroundColor);
  if (palette === undefined) delete root.dataset.palette;
  else root.dataset.palette = palette;
}

/** Which palette suits a background, given as #rrggbb; undefined if it is no such colour. */
export function paletteOf(background: string): Palette | undefined {
  const hex = /^#?([0-9a-f]{6})$/i.exec(background)?.[1];
  if (hex === undefined) return undefined;
  const luminance = luminanceOf(Number.parseInt(hex, 16));
  if (luminance >= lightFrom) return "light";
  return luminance < darkBelow ? "dark" : "grey";
}

/** Relative luminance of sRGB, as WCAG 2 defines it. */
function luminanceOf(rgb: number): number {
  const [red, green, blue] = [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff].map((channel) => {
    const share = channel / 0xff;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
