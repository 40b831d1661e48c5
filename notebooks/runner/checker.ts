/**
 * The type check as a process of its own, in a group of its own: Ctrl-C on a terminal reaches every process of the
 * runner's group, and TypeScript's native program then dies without answering, which would leave the runner waiting.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { CellError, CellSource } from "./cell-program.js";
import type { Question } from "./checker-main.js";

type Answer = { readonly value: unknown } | { readonly error: string };

/** Tests run this file's source, but what they start must have been compiled. */
function checkerProgram(): string {
  const beside = new URL("./checker-main.js", import.meta.url);
  const compiled = new URL("../../dist/notebooks/runner/checker-main.js", import.meta.url);
  return fileURLToPath(import.meta.url.endsWith(".ts") ? compiled : beside);
}

/** Asks one question at a time. Close it. */
export class CellChecker {
  readonly #child: ChildProcess;
  readonly #died: Promise<never>;
  readonly #atExit = () => this.#kill();
  #log = "";

  constructor() {
    this.#child = fork(checkerProgram(), [], {
      detached: process.platform !== "win32",
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#log += text;
    });
    this.#died = new Promise((_, reject) => {
      this.#child.once("error", reject);
      this.#child.once("close", () => reject(new Error(`the type check ended by itself: ${this.#log.trim()}`)));
    });
    this.#died.catch(() => {}); // heard where an answer is awaited
    process.once("exit", this.#atExit);
  }

  async open(cells: readonly CellSource[], folder: string): Promise<void> {
    await this.#ask({ ask: "open", cells, folder });
  }

  /** As CellProgram.variablesOf. */
  async variablesOf(cell: number): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#ask({ ask: "variables", cell })) as [string, string][]);
  }

  async replace(cell: number, code: string): Promise<void> {
    await this.#ask({ ask: "replace", cell, code });
  }

  async errors(): Promise<readonly CellError[]> {
    return (await this.#ask({ ask: "errors" })) as readonly CellError[];
  }

  async close(): Promise<void> {
    process.off("exit", this.#atExit);
    this.#kill();
    await this.#died.catch(() => {});
  }

  async #ask(question: Question): Promise<unknown> {
    const listening = new AbortController();
    try {
      const answered = once(this.#child, "message", { signal: listening.signal });
      this.#child.send(question);
      const [answer] = (await Promise.race([answered, this.#died])) as [Answer];
      if ("error" in answer) throw new Error(answer.error);
      return answer.value;
    } finally {
      listening.abort();
    }
  }

  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it has ended: what was wanted
    }
  }
}
