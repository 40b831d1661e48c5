/**
 * The word that a deployment may put before every function: SND makes =SND.HPI() of =HPI(). Here: which words, how the
 * pane's address carries it, and texts with it. Not here: the manifest that tells Excel of it.
 */
import { findDefinition } from "soundings";

const parameter = "prefix";

/** Whether Excel takes a word before a function's name. */
export function isPrefix(word: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{0,15}$/.test(word);
}

/** What the address of the pane ends in, so that the pane writes formulas with the prefix. */
export function prefixQuery(prefix: string): string {
  return `?${parameter}=${prefix.toUpperCase()}`;
}

/** The prefix in an address's query; undefined for none, and for a word that is none. */
export function prefixIn(query: string): string | undefined {
  const word = new URLSearchParams(query).get(parameter) ?? "";
  return isPrefix(word) ? word.toUpperCase() : undefined;
}

/** A text between quotes, or a name that is called. */
const quotedOrCalled = /"(?:[^"]|"")*"|(?<![\w.])([A-Z][A-Z0-9_]*)(?=\()/g;

/** A formula, or a text that shows calls, as a workbook with this prefix spells it; what stands between quotes stays. */
export function withPrefix(text: string, prefix: string | undefined): string {
  if (prefix === undefined) return text;
  return text.replace(quotedOrCalled, (found: string, name?: string) =>
    name !== undefined && findDefinition(name) ? `${prefix}.${name}` : found,
  );
}
