/** The task pane's page as it is built: with a list of notebook pages, or without Office. Here: lines put in and left out. */

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

const beforeStyles = '    <link rel="stylesheet" href="taskpane.css" />\n';

/**
 * The page with the address of a list of notebook pages. A pane without it asks for none.
 * @throws Error when the page has not the line that it is expected to have
 */
export function withNotebooks(html: string, list: string): string {
  if (!html.includes(beforeStyles)) throw new Error(`taskpane.html has no line ${beforeStyles}`);
  return html.replace(beforeStyles, `    <link id="notebooks-list" rel="index" href="${list}" />\n${beforeStyles}`);
}
