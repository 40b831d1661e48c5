/** What a cell hands to Jupyter: a mime bundle, and the convention that marks a value as showable. */

/** Mime type to content: text, or JSON for the +json types. */
export interface MimeBundle {
  [mimeType: string]: unknown;
}

/** Name of the method that returns a value's bundle; the same symbol in every copy of this package. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value that a notebook shows by itself when it is the last expression of a cell. */
export interface Displayable {
  [jupyterDisplay](): MimeBundle | Promise<MimeBundle>;
}

/** A Displayable whose bundle is known already. */
export function shows(bundle: MimeBundle): Displayable {
  return { [jupyterDisplay]: () => bundle };
}
