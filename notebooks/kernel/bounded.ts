/**
 * How much one cell may put out. Here: the limits, and the sentence that says what was left out.
 * Kept at the kernel, so that a loop that prints too much harms no client and no file.
 */
import type { Failure } from "./failure.js";
import type { MimeBundle } from "./mime.js";
import type { CellOutput, DisplayOptions } from "./session.js";

/** Characters that a cell may print: far more than anyone reads, and what a browser still shows. */
export const printedLimit = 4_000_000;
/** Characters that a cell may display, its result included; of an update only what it adds, for it replaces. */
export const displayedLimit = 64_000_000;
/** Characters of an error's message, and of its whole traceback: a message may have a file's text in it. */
export const messageLimit = 10_000;
export const tracebackLimit = 100_000;

const millions = (characters: number) => `${characters / 1_000_000} million characters`;
const cut = (verb: string, limit: number) =>
  `\n[Output cut: this cell ${verb} more than ${millions(limit)}; the rest of it is not shown. Write it to a file instead.]\n` +
  `[输出已截断:本单元输出超过 ${limit / 10_000} 万字符,其余不再显示;请改写入文件。]\n`;

/** The same output up to the limits, and then the sentence, once for each. */
export function bounded(output: CellOutput): CellOutput {
  const printed = new Budget(printedLimit);
  const displayed = new Budget(displayedLimit);
  const sizes = new Map<string, number>();
  const say = (verb: string, limit: number) => output.stream("stderr", cut(verb, limit));
  return {
    ...output,
    stream: (name, text) => {
      const { allowed, exhausted } = printed.take(text.length);
      if (allowed > 0) output.stream(name, text.slice(0, allowed));
      if (exhausted) say("printed", printedLimit);
    },
    display: (bundle, options) => {
      const [size, replaced] = [sizeOf(bundle), replacedBy(options)];
      show(size - replaced, () => output.display(bundle, options));
      if (options.displayId !== undefined) sizes.set(options.displayId, Math.max(size, replaced));
    },
    result: (bundle, count) => show(sizeOf(bundle), () => output.result(bundle, count)),
    error: (failure) => output.error(boundedFailure(failure)),
  };

  function show(added: number, go: () => void): void {
    const size = Math.max(0, added);
    const { allowed, exhausted } = displayed.take(size);
    if (allowed === size) go();
    if (exhausted) say("displayed", displayedLimit);
  }

  function replacedBy({ update = false, displayId = "" }: DisplayOptions): number {
    return update ? (sizes.get(displayId) ?? 0) : 0;
  }
}

/** The same failure, its texts cut where they are longer than anyone reads, and that said. */
export function boundedFailure({ ename, evalue, traceback, ...rest }: Failure): Failure {
  let left = tracebackLimit;
  const lines: string[] = [];
  for (const line of traceback) {
    if (left <= 0) break;
    const kept = cutText(line, Math.min(left, messageLimit));
    lines.push(kept);
    left -= kept.length;
  }
  if (lines.length < traceback.length) lines.push(`… [cut: ${traceback.length - lines.length} more lines]`);
  return { ...rest, ename: cutText(ename, messageLimit), evalue: cutText(evalue, messageLimit), traceback: lines };
}

function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)} … [cut: ${text.length} characters in all]`;
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
