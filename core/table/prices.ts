/** Prices and rents of a pasted table, in yuan where the headings say so. Here: units. Not here: yields and multiples. */
import type { InputError } from "../errors.js";
import { converted, periodsPerYear } from "./heading-units.js";
import { cellError, columnError, columnFor, neededColumn, type Table, type TableColumn } from "./table.js";
import { amounts, names } from "./values.js";

/** A number per row; undefined where the cell is blank. */
type Amounts = (number | undefined)[];

/** Amounts in yuan. Where a heading gives no unit, as they stand. */
function inYuan(table: Table, column: TableColumn): Amounts {
  const unit = column.read?.unit.money;
  const values = amounts(table, column);
  return unit === undefined ? values : values.map((value) => (value === undefined ? undefined : converted(value, unit, "元")));
}

/**
 * Names of the rows: estates where there is such a column, else boards, else districts, else cities. A row without one may
 * be a mean or a total of the others.
 * @throws InputError "missing-argument" without any such column, and for a row without a name
 */
export function placesOf(table: Table): string[] {
  const finest = (["estate", "board", "district"] as const).map((meaning) => columnFor(table, meaning)).find(Boolean);
  const column = finest ?? columnFor(table, "city") ?? neededColumn(table, "board");
  const places = names(table, column);
  const unnamed = places.indexOf("");
  if (unnamed < 0) return places;
  throw cellError(table, column, table.rows[unnamed] ?? 0, "missing-argument", {
    seen: { en: "is blank", zh: "为空" },
    wanted: {
      en: "a name, or a label such as 平均, 合计, Average or Total for a row that sums up others (it is left out)",
      zh: "名称；汇总其他行的行请标“平均”“合计”等（不计入）",
    },
  });
}

/** Prices of a square metre. @throws InputError "wrong-type" for a column of whole homes' prices */
export function areaPrices(table: Table): Amounts {
  const column = neededColumn(table, "price");
  if (column.read?.of !== "total") return inYuan(table, column);
  throw columnError(table, column, "wrong-type", {
    seen: { en: "is the price of a whole home", zh: "是整套总价" },
    wanted: { en: "a price per square metre (单价, 均价, 元/㎡)", zh: "每平方米价格（单价、均价、元/㎡）" },
  });
}

export interface PricesAndRents {
  readonly prices: Amounts;
  /** Rent of a year, of the same thing and in the same unit as the price. */
  readonly annualRents: Amounts;
}

/**
 * Prices and yearly rents, both of a square metre or both of a whole home.
 * @throws InputError "missing-argument" for a rent of no known period, "wrong-type" for a rent of one and a price of the other
 */
export function pricesAndRents(table: Table): PricesAndRents {
  const [price, rent] = [neededColumn(table, "price"), neededColumn(table, "rent")];
  const period = rent.read?.unit.period;
  if (period === undefined) throw noPeriod(table, rent);
  const [priceOf, rentOf] = [price.read?.of, rentIsOf(rent)];
  if (priceOf !== undefined && rentOf !== undefined && priceOf !== rentOf) throw differ(table, rent, rentOf);
  const perYear = periodsPerYear[period];
  return {
    prices: inYuan(table, price),
    annualRents: inYuan(table, rent).map((value) => (value === undefined ? undefined : value * perYear)),
  };
}

/** 元/㎡ is of a square metre, 元 of a whole home; without a unit it is of whatever the price is of. */
function rentIsOf({ read }: TableColumn): "area" | "total" | undefined {
  if (read?.unit.perArea) return "area";
  return read?.unit.money === undefined ? undefined : "total";
}

function noPeriod(table: Table, column: TableColumn): InputError {
  return columnError(table, column, "missing-argument", {
    seen: { en: "does not say of which period the rent is", zh: "未说明租金的期间" },
    wanted: { en: "月租, 年租, 元/月, monthly rent or the like", zh: "月租、年租或“元/月”一类的表头" },
  });
}

function differ(table: Table, column: TableColumn, rentOf: "area" | "total"): InputError {
  const ofArea = { en: "of a square metre", zh: "每平方米的" };
  const ofHome = { en: "of a whole home", zh: "整套的" };
  const [rent, price] = rentOf === "area" ? [ofArea, ofHome] : [ofHome, ofArea];
  return columnError(table, column, "wrong-type", {
    seen: { en: `is the rent ${rent.en}, and the price is that ${price.en}`, zh: `是${rent.zh}租金，而价格是${price.zh}` },
    wanted: { en: "both of a square metre or both of a whole home", zh: "租金与价格同为每平方米，或同为整套" },
  });
}

/** A result outside of what homes can have: rent, price or cost are in units that the headings do not say. */
export function implausible(table: Table, column: TableColumn, i: number, seen: string, wanted: string): InputError {
  return cellError(table, column, table.rows[i] ?? 0, "out-of-range", {
    seen: { en: `gives ${seen}`, zh: `得出 ${seen}` },
    wanted: { en: `${wanted}; write the units into the headings`, zh: `${wanted}；请在表头写明单位` },
  });
}
