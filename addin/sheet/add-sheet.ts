/** A new sheet of the try-it workbook, shown. One undo takes it away. */
import type { IDataValidationRule, IUndoRedoService, IWorksheetData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { AddSheetDataValidationCommand } from "@univerjs/preset-sheets-data-validation";
import { freeName } from "../sheet-name.js";

/** As much of the engine as adding takes. */
export interface Growable {
  readonly api: FUniver;
  readonly undoing: Pick<IUndoRedoService, "__tempBatchingUndoRedo">;
}

/** A sheet as Univer takes it, and what may be typed where. */
export interface NewSheet {
  readonly data: Partial<IWorksheetData>;
  readonly rules?: readonly IDataValidationRule[];
}

/** @returns its name: the wanted one, or that with a number where it is taken */
export function addSheet(engine: Growable, wanted: string, { data, rules = [] }: NewSheet): string {
  const workbook = engine.api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  const taken = workbook.getSheets().map((sheet) => sheet.getSheetName());
  const name = freeName(wanted, taken);
  const { id: _, name: __, ...sheet } = data;
  const create = () => workbook.create(name, sheet.rowCount ?? 1, sheet.columnCount ?? 1, { sheet });
  if (rules.length === 0) {
    create().activate();
    return name;
  }
  const unitId = workbook.getId();
  const batch = engine.undoing.__tempBatchingUndoRedo(unitId);
  try {
    const added = create();
    for (const rule of rules) {
      engine.api.syncExecuteCommand(AddSheetDataValidationCommand.id, { unitId, subUnitId: added.getSheetId(), rule });
    }
    added.activate();
  } finally {
    batch.dispose();
  }
  return name;
}
