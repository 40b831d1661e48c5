/** A cell of Excel explained in the pane: Chromium, a stand-in for Excel. */
import { expect, test } from "vitest";
import { browsedSite } from "../addin-site.js";
import { inWorkbook, openBesideExcel, select } from "./excel-pane.js";

const site = browsedSite();

test("whole columns are explained as far as any of them is used, and columns with nothing in them as the cell refuses them", async () => {
  const { page, complaints, context } = await openBesideExcel(site);
  await inWorkbook(page, (workbook) => {
    workbook.addSheet("Lots");
    for (const [i, [start, deal]] of [
      [10, 12],
      [20, 0],
    ].entries()) {
      workbook.enter(`Lots!A${i + 1}`, start);
      workbook.enter(`Lots!B${i + 1}`, deal);
    }
    workbook.enter("Lots!F40", "far below");
    workbook.enter("Lots!D1", "=HPI(A:A,B:B)");
    workbook.enter("Lots!D2", "=READ_AS($J:$L)");
    workbook.enter("Lots!D3", "=HPI(A:A,J:J)");
    workbook.enter("Auction!K1", "=HPI(Lots!$A:$A,Lots!$B:$B)");
    workbook.active = "Lots";
  });
  const explained = async (cell: string, name: string) => {
    await select(page, cell);
    await expect.poll(() => page.locator("#cell-name").textContent(), { timeout: 8_000 }).toContain(name);
    return page.locator("#explanation");
  };
  const own = await explained("Lots!D1", "D1");
  await expect.poll(() => own.textContent(), { timeout: 8_000 }).toMatch(/100 × .*12.* \/ 30.*40/s);
  const other = await explained("Auction!K1", "K1");
  await expect.poll(() => other.textContent(), { timeout: 8_000 }).toMatch(/100 × .*12.* \/ 30.*40/s);
  const nothing = await explained("Lots!D2", "D2");
  await expect.poll(() => nothing.textContent(), { timeout: 8_000 }).toContain("READ_AS: block has 0 rows");
  const unsold = await explained("Lots!D3", "D3");
  await expect.poll(() => unsold.textContent(), { timeout: 8_000 }).toMatch(/100 × .*0.* \/ 30/s);
  expect(complaints).toEqual([]);
  await context.close();
});
