/** Formulas of a file as cells show them. */
import { tokenize } from "@borgar/fx";
import { typedName } from "../explain/formula.js";

/** With its "=", and without what a file puts before an add-in's functions, newer ones, and names of LET. */
export function asShown(stored: string): string {
  const shown = tokenize(`=${stored}`).map(({ type, value }) => {
    if (type === "string") return value;
    return (type === "func" ? typedName(value) : value).replace(/^(?:_xl(?:dudf_|fn\.|ws\.|pm\.))+/, "");
  });
  return shown.join("");
}
