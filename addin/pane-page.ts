/** The task pane's page where there is no Office: beside the try-it sheet. Here: what is left out. */

/** What only Office needs: its script, and the functions' script, which Excel runs in the pane's own page. */
const forOffice = [
  /^ *<script src="office-js\/office\.js"><\/script>\n/m,
  /^ *<!-- In Excel's shared runtime.*-->\n/m,
  /^ *<script src="functions\.js" defer><\/script>\n/m,
] as const;

/**
 * taskpane.html without what only Office needs, so that the try-it page asks nothing of Microsoft's servers.
 * @throws Error when the page has not the lines that it is expected to have
 */
export function withoutOffice(html: string): string {
  return forOffice.reduce((page, line) => {
    if (!line.test(page)) throw new Error(`taskpane.html has no line ${line}`);
    return page.replace(line, "");
  }, html);
}
