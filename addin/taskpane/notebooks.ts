/** Which notebook pages stand beside this pane, where there are any. Here: their list. Not here: how it is shown. */
import type { Text } from "soundings";

export interface NotebookPage {
  /** From the list. */
  readonly href: string;
  readonly title: Text;
}

/** Pages with whole addresses, in the list's order. The page names the list only when it was built with one. */
export async function notebookPages(): Promise<readonly NotebookPage[]> {
  const list = document.querySelector<HTMLLinkElement>("link#notebooks-list")?.href;
  if (list === undefined) return [];
  try {
    const pages = (await (await fetch(list)).json()) as readonly NotebookPage[];
    return pages.map(({ href, title }) => ({ href: new URL(href, list).href, title }));
  } catch {
    // No list, or none that can be read: the pane does without.
    return [];
  }
}
