/** Draws the icons' PNG files from their SVG: run by hand after editing one. `node addin/assets/rasterise.mjs [chromium]` */
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? "/usr/bin/chromium",
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
for (const size of [16, 32, 64, 80, 128]) {
  const svg = readFileSync(new URL(size === 16 ? "icon-16.svg" : "icon.svg", import.meta.url), "utf8");
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(new URL(`icon-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
