/**
 * What a cell's code can reach of the kernel: standard streams, and the hook that @soundings/display writes to.
 * Here: leading each output to the cell it came from. Not here: renderings.
 */
import { asBundle, type MimeBundle } from "./mime.js";
import type { DisplayOptions, Session, StreamName } from "./session.js";
import type { Tslab } from "./tslab.js";

/** A function (bundle, options?) => void under this name shows something in the middle of a cell. */
export const displayHook = Symbol.for("soundings.display");

type Write = typeof process.stdout.write;

/** Leads everything that cells print or display to their outputs. What comes before the first cell goes where it went. */
export function routeOutput(session: Session, { jupyter }: Pick<Tslab, "jupyter">): void {
  for (const name of ["stdout", "stderr"] as const) process[name].write = routedWrite(session, name, process[name].write);
  Object.assign(globalThis, {
    [displayHook]: (bundle: unknown, options: DisplayOptions = {}) => session.output?.display(asBundle(bundle), options),
  });
  // import { display } from "tslab" keeps working.
  jupyter.lastWriteDisplayData = (shown: TslabDisplay, update: boolean | undefined) => showForTslab(session, shown, update);
}

function routedWrite(session: Session, name: StreamName, original: Write): Write {
  const stream = process[name];
  return (chunk: Uint8Array | string, encoding?: unknown, done?: unknown) => {
    const { output } = session;
    if (output === undefined) return original.call(stream, chunk);
    output.stream(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") process.nextTick(() => callback());
    return true;
  };
}

interface TslabDisplay {
  readonly data: MimeBundle;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly transient?: { readonly display_id?: string };
}

function showForTslab(session: Session, { data, metadata = {}, transient }: TslabDisplay, update: boolean | undefined): void {
  const displayId = transient?.display_id;
  const named = displayId === undefined ? {} : { displayId };
  session.output?.display(data, { metadata, update: update === true, ...named });
}
