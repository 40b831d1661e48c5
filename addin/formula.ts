/** Arguments of a catalogued function → the formula that a user would type: "=HPI({10;20},{10;0})". */
import type { Definition, Parameter } from "soundings";

/** Named arguments, as in a definition's examples. */
export type NamedArguments = Readonly<Record<string, unknown>>;

/**
 * The formula of a call. Columns and blocks become array constants; what is not given is left out.
 * @param place where an argument stands in a sheet ("A2:A4"); undefined to write its value into the formula
 */
export function formulaOf(
  definition: Definition,
  args: NamedArguments,
  place: (p: Parameter, value: unknown) => string | undefined = () => undefined,
): string {
  const written = definition.params.map((p) => {
    const value = args[p.name];
    return value === undefined || value === null ? "" : (place(p, value) ?? constant(p, value));
  });
  while (written.at(-1) === "") written.pop();
  return `=${definition.id}(${written.join(",")})`;
}

function constant(p: Parameter, value: unknown): string {
  if (!isList(value)) return scalar(value);
  // An array constant has no blanks; 0, FALSE and "" mean the same.
  const blank = p.shape === "flags" ? false : p.shape === "block" ? "" : 0;
  const row = (cells: unknown) => (isList(cells) ? Array.from(cells) : [cells]).map((cell) => scalar(cell ?? blank)).join(",");
  return `{${Array.from(value, row).join(";")}}`;
}

export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function scalar(value: unknown): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value).toUpperCase();
  return `"${String(value).replaceAll('"', '""')}"`;
}
