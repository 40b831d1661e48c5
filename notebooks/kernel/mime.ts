/**
 * From the value of a cell's last expression to what the notebook shows.
 * Here: which rendering is chosen. Not here: the renderings themselves (@soundings/display).
 */
import { inspect } from "node:util";

/** Renderings of one thing by mime type; JSON types hold values, all others text. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Deno's convention, so that libraries written for its kernel render here too. */
const displayMethod = Symbol.for("Jupyter.display");

/**
 * The rendering of a value: its own if it has one, a table if it is a data frame, else as Node would print it.
 * @throws TypeError when the value's own rendering is not a bundle
 */
export async function bundleOf(value: unknown): Promise<MimeBundle> {
  const own = ownRendering(value);
  if (own !== undefined) return asBundle(await own());
  if (mayBeFrame(value)) {
    // Loaded only now: most cells show no data frame, and none should wait for it.
    const { frameBundle, isFrame } = await import("@soundings/display");
    if (isFrame(value)) return asBundle(frameBundle(value));
  }
  return { "text/plain": inspect(value) };
}

function ownRendering(value: unknown): (() => unknown) | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  const method: unknown = Reflect.get(value, displayMethod);
  return typeof method === "function" ? () => method.call(value) : undefined;
}

/** The mark of danfojs's DataFrame and Series. */
function mayBeFrame(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$isSeries" in value;
}

export function asBundle(value: unknown): MimeBundle {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const types = Object.keys(value);
    if (types.length > 0 && types.every((type) => type.includes("/"))) return value as MimeBundle;
  }
  throw new TypeError(`a display method must return an object of mime types, such as {"text/plain": "…"}; got ${inspect(value)}`);
}
