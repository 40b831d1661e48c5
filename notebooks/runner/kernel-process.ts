/**
 * The kernel as a process of the operating system: started in a group of its own, and ended with all of it.
 * Here: start, signals, death. Not here: messages (client.ts).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

export interface Death {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a kernel that died early wrote where no cell listens: the end of it, in characters. */
const keptLog = 4000;

/** Runs must repeat: time zone, language and number formats do not come from the machine, nor do colours. */
const fixedEnvironment = {
  TZ: "UTC",
  LANG: "en_US.UTF-8",
  LC_ALL: "en_US.UTF-8",
  LANGUAGE: "en",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
};

export class KernelProcess {
  readonly #child: ChildProcess;
  #log = "";
  #ranOutOfMemory = false;
  /** Settles when the process has ended; never rejects. */
  readonly died: Promise<Death>;
  readonly #atExit = () => this.kill();

  constructor(command: readonly string[], folder: string) {
    const [program = process.execPath, ...args] = command;
    this.#child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, ...fixedEnvironment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32", // leads a process group, so that what cells start can be ended too
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        const log = this.#log + text;
        this.#ranOutOfMemory ||= log.includes("heap out of memory");
        this.#log = log.slice(-keptLog);
      });
    }
    this.died = new Promise((resolve) => {
      this.#child.once("error", (error) => {
        this.#log += error.message;
        resolve({ code: null, signal: null });
      });
      this.#child.once("close", (code, signal) => resolve({ code, signal }));
    });
    process.once("exit", this.#atExit);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The end of what the process wrote outside its cells. */
  get log(): string {
    return this.#log.trim();
  }

  /** Node's own words for it are followed by a native stack, which says nothing to anyone. */
  get ranOutOfMemory(): boolean {
    return this.#ranOutOfMemory;
  }

  interrupt(): void {
    this.#signal("SIGINT");
  }

  kill(): void {
    this.#signal("SIGKILL");
  }

  /** Waits for the process to end by itself, then ends it and whatever it left behind in its group. */
  async end(patience: number): Promise<void> {
    const timer = new AbortController();
    await Promise.race([this.died, delay(patience, undefined, { signal: timer.signal }).catch(() => {})]);
    timer.abort();
    this.kill();
    await this.died;
    process.off("exit", this.#atExit);
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.pid === undefined) return;
    try {
      process.kill(process.platform === "win32" ? this.pid : -this.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // nothing of the group is left: what was wanted
    }
  }
}
