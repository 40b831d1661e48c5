/** What stands where it should not in the drawn charts of a page. */
import type { Page } from "playwright-core";

/** Texts of drawn charts that leave their picture, and legends that lie over the plot. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("figure.chart")].flatMap((figure) => {
      const own = figure.querySelector(".live .main-svg")?.getBoundingClientRect() ?? new DOMRect();
      const cut = [...figure.querySelectorAll(".live svg text")].filter((text) => {
        const { left, right, top, bottom, width } = text.getBoundingClientRect();
        return width > 0 && (left < own.left - 1 || right > own.right + 1 || top < own.top - 1 || bottom > own.bottom + 1);
      });
      const plot = figure.querySelector(".live .nsewdrag")?.getBoundingClientRect().top ?? 0;
      const legend = figure.querySelector(".live .legend .bg")?.getBoundingClientRect().bottom ?? plot;
      return [
        ...cut.map(({ textContent }) => `${figure.id}: ${textContent}`),
        ...(legend > plot ? [`${figure.id}: legend`] : []),
      ];
    }),
  );
}
