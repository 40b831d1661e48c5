/** display(): shows a value in the middle of a cell; bundleOf(): what a value looks like, for the kernel. */
import { type Displayable, jupyterDisplay, type MimeBundle } from "./bundle.js";
import { frameBundle, isFrame } from "./frame.js";

function isDisplayable(value: unknown): value is Displayable {
  return typeof value === "object" && value !== null && typeof (value as Displayable)[jupyterDisplay] === "function";
}

/** The bundle of a displayable value or a danfo data frame; undefined for any other value. */
export async function bundleOf(value: unknown): Promise<MimeBundle | undefined> {
  if (isDisplayable(value)) return value[jupyterDisplay]();
  if (isFrame(value)) return frameBundle(value);
  return undefined;
}

/** The kernel sets this to what sends a bundle in the middle of a cell. */
const sender = Symbol.for("soundings.display");

/**
 * Shows a value in the middle of a cell. Outside the kernel (a script, a test) it prints the bundle's text.
 * Await it: a chart takes a moment to draw, and a cell must not end before it.
 */
export async function display(value: unknown): Promise<void> {
  const bundle = (await bundleOf(value)) ?? { "text/plain": String(value) };
  const send = (globalThis as Record<symbol, unknown>)[sender];
  if (typeof send === "function") await send(bundle);
  else console.log(bundle["text/plain"]);
}
