/**
 * Catalogue → functions of Univer, the spreadsheet engine of the try-it page and of the tests.
 * Here: its value objects. Not here: what cells mean (cells.ts), the page (sheet/).
 *
 * These extend BaseFunction, one level below `FFormula.registerFunction`, because that level still tells an omitted
 * argument from 0, and because it returns text as text where the other would turn "2022-07" into a date.
 */
import type { BaseFunction, BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import type { Definition, Language } from "soundings";
import { asWholeColumns, type Cell, CellError, type Cells, cellFunction } from "./cells.js";
import { reasonOf } from "./reason.js";

/** The engine itself is given: tests load its CommonJS build, the page its modules. */
type Engine = Pick<
  typeof import("@univerjs/engine-formula"),
  | "ArrayValueObject"
  | "BaseFunction"
  | "BooleanValueObject"
  | "ErrorType"
  | "ErrorValueObject"
  | "NumberValueObject"
  | "StringValueObject"
>;

/** A formula's cell; row and column from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Hears of every call: a page can say why a cell shows an error, which Univer's errors cannot carry. */
export interface Watcher {
  answered(cell: CellPlace): void;
  refused(cell: CellPlace, message: string): void;
}

const unheard: Watcher = { answered() {}, refused() {} };

/** Executors for Univer's IFunctionService. Register them after createWorkbook. */
export function univerFunctions(
  engine: Engine,
  definitions: readonly Definition[],
  language: Language,
  watcher: Watcher = unheard,
): BaseFunction[] {
  return definitions.map((definition) => {
    const call = cellFunction(definition, { language });
    class CataloguedFunction extends engine.BaseFunction {
      /** A reference still tells a whole column from a range of as many rows. */
      override needsReferenceObject = true;

      override calculate(...variants: BaseValueObject[]): BaseValueObject {
        const cell = { sheet: this.subUnitId ?? "", row: this.row, column: this.column };
        try {
          const answer = toValue(engine, call(...variants.map(cellsOf)));
          watcher.answered(cell);
          return answer;
        } catch (error) {
          watcher.refused(cell, reasonOf(error));
          return errorOf(engine, error);
        }
      }
    }
    return new CataloguedFunction(definition.id);
  });
}

/** An omitted argument is a null object; a range is an array of rows, a single cell too, and its blanks are 0. */
function cellsOf(variant: FunctionVariantType): unknown {
  if (variant.isReferenceObject()) return referenceCells(variant as BaseReferenceObject);
  const value = variant as BaseValueObject;
  if (value.isNull()) return null;
  return value.isArray() ? (value as unknown as { toValue(): unknown[][] }).toValue() : value.getValue();
}

/** Whole columns are as long as their sheet. */
function referenceCells(reference: BaseReferenceObject): unknown {
  const cells = cellsOf(reference.toArrayValueObject());
  return reference.isColumn() && Array.isArray(cells) ? asWholeColumns(cells) : cells;
}

function toValue(engine: Engine, cells: Cells): BaseValueObject {
  if (typeof cells !== "object") return cellValue(engine, cells);
  return engine.ArrayValueObject.create({
    calculateValueList: cells.map((row) => row.map((cell) => cellValue(engine, cell))),
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function cellValue(engine: Engine, cell: Cell): BaseValueObject {
  switch (typeof cell) {
    case "number":
      return engine.NumberValueObject.create(cell);
    case "boolean":
      return engine.BooleanValueObject.create(cell);
    case "string":
      return engine.StringValueObject.create(cell);
    default:
      return errorOf(engine, cell);
  }
}

/** A throw would stop the calculation of the whole sheet: a bug shows as an error here and is thrown by itself. */
function errorOf(engine: Engine, error: unknown): BaseValueObject {
  if (!(error instanceof CellError)) {
    queueMicrotask(() => {
      throw error;
    });
    return engine.ErrorValueObject.create(engine.ErrorType.VALUE);
  }
  const code = Object.values(engine.ErrorType).find((type) => type === error.code) ?? engine.ErrorType.VALUE;
  return engine.ErrorValueObject.create(code);
}
