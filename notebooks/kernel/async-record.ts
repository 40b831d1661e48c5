/**
 * Node's record of the asynchronous calls under way, when some of them are ended from outside and never return.
 * Here: making Node forget them. Not here: who ends them (guard-thread.ts), or when (loop-end.ts).
 *
 * Node compares the record with what it expects after every callback, and aborts the process where they differ. It
 * empties the record when nobody caught an exception, and that is the only way to have it emptied.
 */

/** What Node calls for such an exception; undocumented, but there since its first versions. */
type OnUncaught = (error: unknown, fromPromise: boolean) => void;

/**
 * A call that begins after this is recorded again. One such is tolerated when Node was started with `lenientRecord`:
 * between this and the end that it prepares, code that V8 has inlined can begin one, and no more.
 */
export function forgetCalls(): void {
  const { _fatalException: onUncaught } = process as unknown as { _fatalException?: OnUncaught };
  if (onUncaught === undefined || process.hasUncaughtExceptionCaptureCallback()) return;
  process.setUncaughtExceptionCaptureCallback(() => {});
  try {
    onUncaught.call(process, undefined, false);
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
}

/** Node then compares only where the outermost callback ends. */
export const lenientRecord = "--no-force-async-hooks-checks";
