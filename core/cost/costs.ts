/** The column of institutional costs that IHCI and IHCI_RANGE take. */
import { column } from "../parameters.js";

export const costsColumn = column("costs", {
  unit: "yuan-per-square-metre",
  label: { en: "institutional costs", zh: "体制内成本" },
  help: {
    en: "Cost per square metre of each channel: public housing sold to tenants, employer-built homes, affordable housing. Blank or 0: no such channel.",
    zh: "各渠道每平方米成本：公房出售、单位集资建房、经济适用房等。留空或 0 表示没有该渠道。",
  },
  domain: { atLeast: 0 },
});
