/**
 * How much one cell may put out. Here: the limits, and the sentence that says what was left out.
 * Kept at the kernel, so that a loop that prints too much harms no client and no file.
 */
import type { MimeBundle } from "./mime.js";
import type { CellOutput } from "./session.js";

/** Characters that a cell may print: far more than anyone reads, and what a browser still shows. */
export const printedLimit = 4_000_000;
/** Characters that a cell may display, updates of an earlier display not counted: they replace it. */
export const displayedLimit = 64_000_000;

const millions = (characters: number) => `${characters / 1_000_000} million characters`;
const cut = (verb: string, limit: number) =>
  `\n[Output cut: this cell ${verb} more than ${millions(limit)}; the rest of it is not shown. Write it to a file instead.]\n` +
  `[输出已截断:本单元输出超过 ${limit / 10_000} 万字符,其余不再显示;请改写入文件。]\n`;

/** The same output up to the limits, and then the sentence, once for each. */
export function bounded(output: CellOutput): CellOutput {
  const printed = new Budget(printedLimit);
  const displayed = new Budget(displayedLimit);
  const say = (verb: string, limit: number) => output.stream("stderr", cut(verb, limit));
  return {
    ...output,
    stream: (name, text) => {
      const { allowed, exhausted } = printed.take(text.length);
      if (allowed > 0) output.stream(name, text.slice(0, allowed));
      if (exhausted) say("printed", printedLimit);
    },
    display: (bundle, options) => {
      const size = options.update === true ? 0 : sizeOf(bundle);
      const { allowed, exhausted } = displayed.take(size);
      if (allowed === size) output.display(bundle, options);
      if (exhausted) say("displayed", displayedLimit);
    },
  };
}

class Budget {
  #left: number;

  constructor(limit: number) {
    this.#left = limit;
  }

  /** How much of it may go out, and whether this is what exhausted the budget. */
  take(size: number): { readonly allowed: number; readonly exhausted: boolean } {
    const allowed = Math.max(0, Math.min(size, this.#left));
    const exhausted = this.#left >= 0 && size > this.#left;
    // Below zero nothing more is allowed, be it small, and the sentence has been said.
    this.#left = exhausted ? -1 : this.#left - (this.#left < 0 ? 0 : size);
    return { allowed, exhausted };
  }
}

function sizeOf(bundle: MimeBundle): number {
  const sizes = Object.values(bundle).map((part) => (typeof part === "string" ? part : JSON.stringify(part)).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}
