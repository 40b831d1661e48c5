/**
 * One notebook, one fresh kernel, from the first cell to the last or to the first failure.
 * Here: the order of things, and what counts as a failure. Not here: files (index.ts), sockets, processes.
 */
import { performance } from "node:perf_hooks";
import { type Content, kernelMetadata, type Message } from "../kernel/index.js";
import { type CellToRun, cellsOf, firstLineOf, isSkipped, mayRaise, reportOf, withBanner } from "./cells.js";
import { KernelClient } from "./client.js";
import { type ConnectionFile, createConnectionFile, type Transport } from "./connection.js";
import { within } from "./deadline.js";
import { deathOf, Fault, seconds } from "./fault.js";
import { KernelProcess } from "./kernel-process.js";
import { isCodeCell, type Notebook, tagsOf } from "./notebook.js";
import { Outputs } from "./outputs.js";
import { recordedReads, recordingCommand } from "./reads.js";
import type { CellReport, CellStatus, FailureReason, OnProgress, RunFailure, RunReport } from "./report.js";
import { typeFailure } from "./type-failure.js";

/** Milliseconds. */
export interface Timeouts {
  /** From the start of the kernel's process to its first answer. */
  readonly startupMs: number;
  readonly cellMs: number;
  readonly totalMs: number;
}

export const defaultTimeouts: Timeouts = { startupMs: 60_000, cellMs: 600_000, totalMs: 1_800_000 };

export interface RunSettings {
  readonly input: string;
  /** Folder that the cells run in. */
  readonly folder: string;
  readonly timeouts: Timeouts;
  readonly onProgress: OnProgress;
  /** Look at the types of all cells while the kernel starts, and run none if one is wrong. */
  readonly checkTypes: boolean;
  /** Run the cells after one that failed, too. */
  readonly keepGoing: boolean;
  readonly signal: AbortSignal | undefined;
  readonly transport: Transport | undefined;
  /** Another kernel than ours: its command, with the connection file's path to be appended. */
  readonly command: ((connectionFile: string) => string[]) | undefined;
}

/** After SIGINT a cell may take this long to end before it is killed; ms. */
const interruptPatience = 2000;
/** After the reply, for the outputs that belong to it; ms. */
const idlePatience = 5000;
/** For the kernel to shut down by itself; more than it waits for its own timers; ms. */
const shutdownPatience = 3000;

export class NotebookRun {
  readonly #notebook: Notebook;
  readonly #settings: RunSettings;
  readonly #cells: readonly CellToRun[];
  readonly #outputs = new Outputs();
  readonly #reports = new Map<number, CellReport>();
  /** Which cell a request ran, for messages that come later. */
  readonly #cellOf = new Map<string, CellToRun>();
  readonly #places = new Map<number, { line: number; column: number }>();
  #current: CellToRun | undefined;
  #currentSince = 0;
  #lateFailure: RunFailure | undefined;
  /** What ended cells threw, those included that may. */
  readonly #lateHeard = new Set<string>();
  /** Failures that did not end the run. */
  readonly #passed: RunFailure[] = [];
  #counted = 0;
  #languageInfo: unknown;
  #startupMs = 0;
  #reads: readonly string[] = [];
  #break: (fault: Fault) => void = () => {};
  /** Rejects when the run cannot go on, whatever it is waiting for. */
  readonly #broken = new Promise<never>((_, reject) => {
    this.#break = reject;
  });

  constructor(notebook: Notebook, settings: RunSettings) {
    this.#notebook = notebook;
    this.#settings = settings;
    this.#cells = cellsOf(notebook);
    this.#broken.catch(() => {}); // may be rejected while nothing waits
  }

  async run(): Promise<RunReport> {
    const started = performance.now();
    const { input, onProgress } = this.#settings;
    onProgress({ type: "starting", input, total: this.#cells.length });
    const last = await this.#attempt();
    const failures = last === undefined ? this.#passed : [...this.#passed, last];
    const [failure] = failures;
    const notebook = this.#executed();
    return {
      input,
      ok: failure === undefined,
      ...(failure === undefined ? {} : { failure }),
      failures,
      cells: this.#cells.map((cell) => this.#reports.get(cell.index) ?? reportOf(cell, "not-run", null, 0)),
      startupMs: this.#startupMs,
      durationMs: performance.now() - started,
      reads: this.#reads,
      notebook:
        this.#settings.keepGoing && failures.length > 0
          ? withBanner(notebook, failures, last === undefined || last.reason === "late-error")
          : notebook,
    };
  }

  async #attempt(): Promise<RunFailure | undefined> {
    const file = await createConnectionFile(this.#settings.transport);
    try {
      const kernel = new KernelProcess((this.#settings.command ?? recordingCommand)(file.path), this.#settings.folder);
      return await this.#attemptWith(kernel, file);
    } finally {
      this.#reads = recordedReads(file.path);
      file.remove();
    }
  }

  async #attemptWith(kernel: KernelProcess, { connection }: ConnectionFile): Promise<RunFailure | undefined> {
    const stopWatching = this.#watch(kernel);
    let client: KernelClient | undefined;
    try {
      client = new KernelClient(
        connection,
        (message) => this.#heard(message),
        (error) => this.#break(this.#fault("no-reply", "KernelUnreadable", String(error))),
      );
      await Promise.all([this.#start(kernel, client), this.#checkTypes()]);
      for (const cell of this.#cells) await this.#runCell(cell, kernel, client);
      await this.#finish(kernel, client);
      return undefined;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#pass(this.#takeLate());
      this.#noteFailure(error.failure);
      return error.failure;
    } finally {
      stopWatching();
      client?.close();
      await kernel.end(0);
    }
  }

  /** Whatever may end the run at any moment. */
  #watch(kernel: KernelProcess): () => void {
    const { signal, timeouts } = this.#settings;
    let watching = true;
    void kernel.died.then((death) => {
      if (!watching) return;
      const evalue = deathOf(death, kernel);
      this.#break(this.#fault("kernel-died", "KernelDied", evalue, kernel.ranOutOfMemory ? "" : kernel.log));
    });
    const total = setTimeout(() => {
      this.#break(this.#fault("timeout", "RunTimeout", `the run took longer than ${seconds(timeouts.totalMs)}`));
    }, timeouts.totalMs);
    const stop = () => this.#break(this.#fault("stopped", "Stopped", "the run was stopped"));
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    return () => {
      watching = false;
      clearTimeout(total);
      signal?.removeEventListener("abort", stop);
    };
  }

  async #start(kernel: KernelProcess, client: KernelClient): Promise<void> {
    const started = performance.now();
    const { startupMs } = this.#settings.timeouts;
    const info = await within(startupMs, this.#orBroken(client.ready()), () => {
      throw this.#fault("no-start", "KernelDidNotStart", `the kernel did not answer within ${seconds(startupMs)}`, kernel.log);
    });
    this.#languageInfo = info.language_info;
    this.#startupMs = performance.now() - started;
    this.#settings.onProgress({ type: "ready", startupMs: this.#startupMs });
  }

  /** Beside the kernel's start, which takes longer. */
  async #checkTypes(): Promise<void> {
    if (!this.#settings.checkTypes || this.#settings.keepGoing) return;
    const failure = await typeFailure(this.#cells, this.#settings.folder, (promise) => this.#orBroken(promise));
    if (failure === undefined) return;
    const fault = new Fault(failure);
    this.#break(fault);
    throw fault;
  }

  async #runCell(cell: CellToRun, kernel: KernelProcess, client: KernelClient): Promise<void> {
    const { onProgress } = this.#settings;
    const total = this.#cells.length;
    if (isSkipped(cell)) {
      this.#record(cell, "skipped", null);
      return;
    }
    this.#current = cell;
    this.#currentSince = performance.now();
    onProgress({ type: "cell-started", cell: cell.cell, total, firstLine: firstLineOf(cell) });
    const reply = await this.#request(cell, kernel, client);
    const failures = [...this.#takeLate(), this.#judge(cell, reply)].filter((failure) => failure !== undefined);
    if (failures.every((failure) => this.#canGoOn(failure))) this.#pass(failures);
    else {
      this.#pass(failures.slice(0, -1));
      throw new Fault(failures.at(-1) as RunFailure);
    }
    if (typeof reply.execution_count === "number") this.#counted = reply.execution_count;
    this.#current = undefined;
  }

  /** Failures that are reported, and do not end the run or are not what ends it. */
  #pass(failures: readonly RunFailure[]): void {
    for (const failure of failures) {
      this.#passed.push(failure);
      this.#noteFailure(failure);
    }
  }

  /** The failure of an ended cell that was heard since the last time, if any. */
  #takeLate(): RunFailure[] {
    const late = this.#lateFailure;
    this.#lateFailure = undefined;
    return late === undefined ? [] : [late];
  }

  /** Only after an error of the cell itself is the kernel known to be in order. */
  #canGoOn({ reason }: RunFailure): boolean {
    return this.#settings.keepGoing && (reason === "error" || reason === "late-error");
  }

  async #request(cell: CellToRun, kernel: KernelProcess, client: KernelClient): Promise<Content> {
    const request = client.request("execute_request", {
      code: cell.code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: !mayRaise(cell) && !this.#settings.keepGoing,
    });
    this.#cellOf.set(request.id, cell);
    const { cellMs } = this.#settings.timeouts;
    const reply = await within(cellMs, this.#orBroken(request.reply), async () => {
      kernel.interrupt();
      await within(interruptPatience, Promise.all([request.reply, request.idle]), () => kernel.kill());
      throw this.#fault("timeout", "CellTimeout", `the cell took longer than ${seconds(cellMs)}`);
    });
    await within(idlePatience, this.#orBroken(request.idle), () => {
      throw this.#fault("no-reply", "NoIdle", "the kernel replied, but did not say that the cell's outputs are complete");
    });
    return reply;
  }

  /** Records a cell that ran; returns the failure of one that did not, or not to its end. */
  #judge(cell: CellToRun, reply: Content): RunFailure | undefined {
    const count = typeof reply.execution_count === "number" ? reply.execution_count : null;
    const isError = reply.status === "error" && !this.#isOfAnother(String(reply.evalue));
    if (isError) {
      if (!mayRaise(cell))
        return this.#failureIn(cell, "error", String(reply.ename), String(reply.evalue), texts(reply.traceback));
      this.#counted = count ?? this.#counted + 1;
      this.#record(cell, "raised", count);
      return undefined;
    }
    if (reply.status !== "ok" && reply.status !== "error")
      return this.#fault("aborted", "CellAborted", `the kernel answered "${reply.status}" instead of running the cell`).failure;
    const expected = this.#counted + 1;
    if (count !== expected) {
      const evalue = `the kernel's count is ${count} where a cell that ran makes it ${expected}`;
      return this.#fault("skipped", "CellSkipped", evalue).failure;
    }
    this.#counted = count;
    this.#record(cell, "ok", count);
    return undefined;
  }

  /**
   * Whether an error that the kernel tells of a cell is the one that an earlier cell, after it had ended, caused: the
   * kernel tells it twice, for clients that listen to the running cell alone (session.ts, uncaught).
   */
  #isOfAnother(evalue: string): boolean {
    const [, own] = /^(.*) \(in cell\[\d+\], after it had ended\)$/s.exec(evalue) ?? [];
    return own !== undefined && this.#lateHeard.has(own);
  }

  /** The kernel's last words can still be a failure of a cell that had ended well. */
  async #finish(kernel: KernelProcess, client: KernelClient): Promise<void> {
    const { reply, idle } = client.request("shutdown_request", { restart: false }, "control");
    await within(shutdownPatience, Promise.race([Promise.all([reply, idle]), kernel.died]), () => kernel.kill());
    const [late] = this.#takeLate();
    if (late !== undefined) throw new Fault(late);
  }

  #heard(message: Message): void {
    const cell = this.#cellOf.get(message.parent.msg_id ?? "");
    if (cell === undefined) return;
    const { ename, evalue, traceback } = message.content;
    const isError = message.header.msg_type === "error";
    if (isError && cell === this.#current && this.#isOfAnother(String(evalue))) return; // shown where it belongs
    this.#outputs.take(cell.index, message);
    if (!isError) return;
    const place = placeIn(message.metadata);
    if (place !== undefined) this.#places.set(cell.index, place);
    if (cell === this.#current) return;
    this.#lateHeard.add(String(evalue));
    if (mayRaise(cell)) return;
    this.#lateFailure ??= this.#failureIn(cell, "late-error", String(ename), String(evalue), texts(traceback));
  }

  #orBroken<Value>(promise: Promise<Value>): Promise<Value> {
    return Promise.race([promise, this.#broken]);
  }

  /** A failure that the runner itself finds, in the current cell if there is one. */
  #fault(reason: FailureReason, ename: string, evalue: string, log = ""): Fault {
    const traceback = [`${ename}: ${evalue}`, ...(log === "" ? [] : log.split("\n"))];
    const cell = this.#current;
    return new Fault(
      cell === undefined ? { reason, ename, evalue, traceback } : this.#failureIn(cell, reason, ename, evalue, traceback),
    );
  }

  #failureIn(cell: CellToRun, reason: FailureReason, ename: string, evalue: string, traceback: readonly string[]): RunFailure {
    return { reason, cell: cell.cell, index: cell.index, ...this.#places.get(cell.index), ename, evalue, traceback };
  }

  /** The notebook must show its failure, also one that the kernel did not live to tell. */
  #noteFailure({ index, reason, ename, evalue, traceback }: RunFailure): void {
    const cell = this.#cells.find((candidate) => candidate.index === index);
    if (cell === undefined) return;
    if (reason !== "error" && reason !== "late-error") {
      const outputs = this.#outputs.of(cell.index).filter((output) => output.ename !== "Interrupted");
      this.#outputs.of(cell.index).splice(0, Number.POSITIVE_INFINITY, ...outputs);
      this.#outputs.add(cell.index, { output_type: "error", ename, evalue, traceback: [...traceback] });
    }
    const count = this.#reports.get(cell.index)?.executionCount ?? this.#counted + 1;
    this.#record(cell, "failed", count);
  }

  #record(cell: CellToRun, status: CellStatus, count: number | null): void {
    const running = cell === this.#current ? performance.now() - this.#currentSince : 0;
    const report = reportOf(cell, status, count, this.#reports.get(cell.index)?.durationMs ?? running);
    this.#reports.set(cell.index, report);
    this.#settings.onProgress({ type: "cell-ended", report, total: this.#cells.length });
  }

  #executed(): Notebook {
    const cells = this.#notebook.cells.map((cell, index) => {
      if (!isCodeCell(cell) || tagsOf(cell).includes("skip-execution")) return cell;
      const count = this.#reports.get(index)?.executionCount ?? null;
      return { ...cell, execution_count: count, outputs: this.#outputs.of(index) };
    });
    const metadata = { ...this.#notebook.metadata, kernelspec: kernelMetadata };
    const language = this.#languageInfo === undefined ? {} : { language_info: this.#languageInfo };
    return { ...this.#notebook, cells, metadata: { ...metadata, ...language } } as Notebook;
  }
}

function placeIn({ soundings }: Content): { line: number; column: number } | undefined {
  return soundings === undefined ? undefined : (soundings as { line: number; column: number });
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
