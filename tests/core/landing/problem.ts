/** What a call was refused for. */
import { InputError } from "soundings";

/** "out-of-range rate" for a refusal; the answer itself if there was none. Anything else thrown is thrown on. */
export function problemOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof InputError) return [error.problem, error.argument].filter(Boolean).join(" ");
    throw error;
  }
}
