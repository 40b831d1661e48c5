/** Work on the workbook that one Undo takes back, where Excel can merge it. */

export function asOneUndo<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const isMerged = Office.context.requirements.isSetSupported("ExcelApi", "1.20");
  return isMerged ? Excel.run({ mergeUndoGroup: true }, work) : Excel.run(work);
}
