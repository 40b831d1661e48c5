/** A page of this site in a window of Excel's own, beside the workbook. */

/** Shares of the screen, per cent. */
const size = { width: 55, height: 85 } as const;

/** Excel shows one at a time. */
let shown: Office.Dialog | undefined;

/** Where Excel opens no window, the browser does. */
export function openPage(address: string): void {
  const inBrowser = () => void window.open(address, "_blank", "noopener");
  if (!Office.context.requirements.isSetSupported("DialogApi", "1.1")) {
    inBrowser();
    return;
  }
  shown?.close();
  shown = undefined;
  Office.context.ui.displayDialogAsync(address, size, ({ status, value }) => {
    if (status === Office.AsyncResultStatus.Failed) {
      inBrowser();
      return;
    }
    shown = value;
    value.addEventHandler(Office.EventType.DialogEventReceived, () => {
      shown = undefined;
    });
  });
}
