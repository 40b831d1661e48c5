/**
 * One notebook's session: runs cells in turn, and says how each ended.
 * Here: scope, counts, results, failures that come late, interrupts. Not here: messages and sockets (server.ts).
 */
import { format } from "node:util";
import type { CellCompiler } from "./compiler.js";
import { compileFailure, type Failure, InterruptedError, thrownFailure } from "./failure.js";
import { nextTurn } from "./immediates.js";
import { bundleOf, type MimeBundle } from "./mime.js";
import type { Positions } from "./positions.js";
import type { Executor } from "./tslab.js";

export type StreamName = "stdout" | "stderr";

export interface DisplayOptions {
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Names the output, so that a later display can replace it. */
  readonly displayId?: string;
  /** Replaces the output of that name instead of adding one. */
  readonly update?: boolean;
}

/** Where a cell's output goes; every cell keeps its own, also for what it says after it has ended. */
export interface CellOutput {
  stream(name: StreamName, text: string): void;
  display(bundle: MimeBundle, options: DisplayOptions): void;
  result(bundle: MimeBundle, count: number): void;
  error(failure: Failure): void;
}

export interface CellRequest {
  readonly code: string;
  /** No result shown, no count. */
  readonly silent: boolean;
  readonly storeHistory: boolean;
}

export interface CellOutcome {
  readonly count: number;
  readonly failure?: Failure;
}

/** tslab would return from such a cell without a word. */
const browserCell = "Cells for the browser (@browser) are not supported.";

interface Run {
  readonly name: string;
  readonly code: string;
  readonly output: CellOutput;
  /** What the executor reported: the last expression's value, or what was thrown. */
  value?: unknown;
  thrown?: { readonly reported: readonly unknown[] };
  stop: (reason: unknown) => void;
}

/** Code that was ended from outside: the cell it came from, and the cell that was running when that happened. */
interface Ended {
  readonly cause: Run | undefined;
  readonly current: Run | undefined;
  readonly error: InterruptedError;
}

export class Session {
  readonly #compiler: CellCompiler;
  readonly #positions: Positions;
  readonly #executor: Executor;
  #count = 0;
  #uncounted = 0;
  #current: Run | undefined;
  #latest: Run | undefined;
  /** Whether the current cell has not come to its first await yet. */
  #synchronous = false;
  /** All cells by script name: any of them may still have timers running. */
  readonly #runs = new Map<string, Run>();
  /** Failures of ended cells that no reply has carried yet. */
  #unreported: Failure[] = [];
  /** What was ended from outside and has not been reported yet. */
  #ended: Ended[] = [];

  constructor(compiler: CellCompiler, positions: Positions, folder: string) {
    this.#compiler = compiler;
    this.#positions = positions;
    this.#executor = compiler.tslab.createExecutor(folder, compiler.converters, {
      log: (value: unknown) => Object.assign(this.#current ?? {}, { value }),
      error: (...reported: unknown[]) => Object.assign(this.#current ?? {}, { thrown: { reported } }),
    });
  }

  get count(): number {
    return this.#count;
  }

  /** Number that the request's cell gets. */
  nextCount(request: CellRequest): number {
    return request.silent || !request.storeHistory ? this.#count : this.#count + 1;
  }

  /** Runs one cell to its end, and for two turns of the event loop beyond, so that its own rejections count. */
  async execute(request: CellRequest, output: CellOutput): Promise<CellOutcome> {
    const isCounted = this.nextCount(request) > this.#count;
    this.#count = this.nextCount(request);
    // Without a number of its own it must not pass for the cell that was counted last: that cell's functions live on.
    const name = isCounted ? `cell[${this.#count}]` : `uncounted[${++this.#uncounted}]`;
    const run: Run = { name, code: request.code, output, stop: () => {} };
    this.#current = run;
    this.#latest = run;
    this.#runs.set(run.name, run);
    const failure = await this.#outcome(run, request.silent);
    this.#current = undefined;
    const late = this.#unreported.splice(0);
    const reported = failure ?? late[0];
    return { count: this.#count, ...(reported === undefined ? {} : { failure: reported }) };
  }

  async #outcome(run: Run, silent: boolean): Promise<Failure | undefined> {
    const stopped = new Promise<never>((_, reject) => {
      run.stop = reject;
    });
    stopped.catch(() => {}); // may be rejected when nobody waits for it any more
    try {
      const failure = await Promise.race([this.#compileAndRun(run), stopped]);
      if (failure !== undefined) return failure;
      if (run.value !== undefined && !silent) await Promise.race([Promise.resolve().then(() => this.#show(run)), stopped]);
      for (const _ of ["rejections", "immediates"]) await Promise.race([nextTurn(), stopped]);
      return undefined;
    } catch (thrown) {
      this.#synchronous = false;
      this.#executor.interrupt();
      await nextTurn(); // the executor gives up and reports while this cell is still the current one
      return this.#failure(run, thrown);
    }
  }

  async #compileAndRun(run: Run): Promise<Failure | undefined> {
    await nextTurn();
    this.#compiler.begin(run.name);
    const succeeded = await Promise.resolve().then(() => this.#enterCell(run));
    const diagnostics = this.#compiler.diagnostics();
    if (!succeeded && diagnostics.length > 0) return compileFailure(run.name, run.code, diagnostics);
    if (run.thrown === undefined) return undefined;
    const { reported } = run.thrown;
    if (reported.length === 1) return this.#failure(run, reported[0]);
    const evalue = format(...reported);
    return { ename: "TypeScriptError", evalue, traceback: [evalue] };
  }

  /**
   * The way into the user's code, with nothing of the kernel on the stack below it: when the guard ends a loop
   * from outside, every function on the stack ends with it and none goes on. Nor does any promise's callback that
   * waits in the same turn of the event loop: so the turn has to be one in which the kernel has nothing else to do.
   */
  #enterCell(run: Run): Promise<boolean> {
    if (this.#compiler.tslab.getCodeMetadata(run.code).mode === "browser") throw new Error(browserCell);
    this.#synchronous = true;
    const execution = this.#executor.execute(run.code);
    this.#synchronous = false;
    return execution;
  }

  /** Runs the value's own method, if it has one: a way into the user's code, as #enterCell is. */
  async #show(run: Run): Promise<void> {
    run.output.result(await bundleOf(run.value), this.#count);
  }

  #failure(run: Run, thrown: unknown): Failure {
    return thrownFailure(run.name, run.code, thrown, this.#positions);
  }

  /** The output of the cell whose code is running, be it long after the cell ended; undefined before the first. */
  get output(): CellOutput | undefined {
    if (this.#synchronous) return this.#current?.output;
    return (this.#causing(outermostFrames()) ?? this.#current ?? this.#latest)?.output;
  }

  /**
   * The cell that a stack trace began in. AsyncLocalStorage would know it of any callback, but every printed promise
   * would show its inner workings, and Node aborts when code under async hooks is ended from outside (guard-thread.ts).
   */
  #causing(stack: string): Run | undefined {
    const name = stack.match(/(cell|uncounted)\[\d+\](?=:)/g)?.at(-1);
    return name === undefined ? undefined : this.#runs.get(name);
  }

  /**
   * An exception or rejection that nobody caught. It ends the cell that caused it. If that cell has ended, it is
   * shown there, and the cell that runs now or next fails too: not every client listens to cells that have ended.
   */
  uncaught(thrown: unknown): void {
    const stack = thrown instanceof Error ? String(thrown.stack) : "";
    const run = this.#causing(stack) ?? this.#current ?? this.#latest;
    if (run === undefined) throw thrown;
    if (run === this.#current) {
      run.stop(thrown);
      return;
    }
    const failure = this.#failure(run, thrown);
    run.output.error(failure);
    this.#unreported.push({ ...failure, evalue: `${failure.evalue} (in ${run.name}, after it had ended)` });
  }

  /** What runs now is about to be ended. Only noted: promises that are settled here may be lost with it. */
  noteEnd(stack: string): void {
    this.#ended.push({ cause: this.#causing(stack), current: this.#current, error: new InterruptedError(stack) });
  }

  /** Stops the current cell, or whatever had to be ended before this could be heard. */
  interrupt(): void {
    if (this.#ended.length === 0) this.#current?.stop(new InterruptedError());
    this.reportEnds();
  }

  /**
   * A loop that was ended is a failure of the cell that it came from. Stopped is the cell that was current when it ended,
   * not one that has begun since.
   */
  reportEnds(): void {
    for (const { cause, current, error } of this.#ended.splice(0)) {
      const run = cause ?? current ?? this.#latest;
      if (run !== undefined && run !== this.#current) run.output.error(this.#failure(run, error));
      if (current === this.#current) current?.stop(run === current ? error : new InterruptedError());
    }
  }

  complete(code: string, position: number): ReturnType<Executor["complete"]> {
    return this.#executor.complete(code, position);
  }

  inspect(code: string, position: number): ReturnType<Executor["inspect"]> | undefined {
    return this.#executor.inspect(code, position) ?? undefined;
  }

  close(): void {
    this.#executor.close();
  }
}

/** Enough frames to find the callback that the event loop called. */
const searchedFrames = 50;

function outermostFrames(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = searchedFrames;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = limit;
  return stack;
}
