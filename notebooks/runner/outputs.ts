/**
 * From a kernel's iopub messages to a cell's outputs as a notebook stores them.
 * Here: coalescing, updates, clearing. Not here: sockets, or what an error means for the run.
 */
import type { Content, Message } from "../kernel/index.js";
import type { Output } from "./notebook.js";

type Mutable = Record<string, unknown>;

/** Characters that one cell may print into the notebook; a loop that prints must not make a file that nothing opens. */
export const longestPrint = 1_000_000;
const leftOut = `\n… the rest of what this cell printed was left out: more than ${longestPrint.toLocaleString("en-US")} characters\n`;

export interface OutputMessage {
  readonly header: Pick<Message["header"], "msg_type">;
  readonly content: Content;
}

/** What nbformat keeps of the messages that become an output as they are. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  execute_result: ["data", "metadata", "execution_count"],
  error: ["ename", "evalue", "traceback"],
};

/** Collects the outputs of all cells of one run; displays can be updated from any cell. */
export class Outputs {
  readonly #byCell = new Map<number, Output[]>();
  readonly #byDisplayId = new Map<string, Output[]>();
  readonly #printed = new Map<number, number>();
  /** Cells that asked for their outputs to be cleared when the next one comes. */
  readonly #clearing = new Set<number>();

  of(cell: number): Output[] {
    const outputs = this.#byCell.get(cell) ?? [];
    this.#byCell.set(cell, outputs);
    return outputs;
  }

  /** Takes a message that a cell caused; types that are no output are ignored. */
  take(cell: number, { header, content }: OutputMessage): void {
    const type = header.msg_type;
    if (type === "stream") this.#stream(cell, String(content.name), this.#bounded(cell, String(content.text)));
    else if (type === "display_data") this.#display(cell, content);
    else if (type === "update_display_data") this.#update(content);
    else if (type === "clear_output") this.#clear(cell, content.wait === true);
    else if (type in fieldsOf) this.add(cell, { ...pick(content, fieldsOf[type] ?? []), output_type: type });
  }

  add(cell: number, output: Output): void {
    if (this.#clearing.delete(cell)) this.#clear(cell, false);
    this.of(cell).push(output);
  }

  #bounded(cell: number, text: string): string {
    const before = this.#printed.get(cell) ?? 0;
    this.#printed.set(cell, before + text.length);
    if (before + text.length <= longestPrint) return text;
    return before > longestPrint ? "" : text.slice(0, longestPrint - before) + leftOut;
  }

  /** Consecutive prints to one stream are one output: how they were cut depends on timing. */
  #stream(cell: number, name: string, text: string): void {
    if (text === "") return;
    const last = this.#clearing.has(cell) ? undefined : this.of(cell).at(-1);
    if (last?.output_type === "stream" && last.name === name) (last as Mutable).text = `${String(last.text)}${text}`;
    else this.add(cell, { output_type: "stream", name, text });
  }

  #display(cell: number, content: Content): void {
    const output: Output = { ...pick(content, ["data", "metadata"]), output_type: "display_data" };
    this.add(cell, output);
    const id = displayId(content);
    if (id !== undefined) this.#byDisplayId.set(id, [...(this.#byDisplayId.get(id) ?? []), output]);
  }

  #update(content: Content): void {
    for (const output of this.#byDisplayId.get(displayId(content) ?? "") ?? []) {
      Object.assign(output, pick(content, ["data", "metadata"]));
    }
  }

  #clear(cell: number, wait: boolean): void {
    if (wait) this.#clearing.add(cell);
    else this.of(cell).length = 0;
  }
}

function pick(content: Content, names: readonly string[]): Mutable {
  return Object.fromEntries(names.map((name) => [name, content[name]]));
}

function displayId(content: Content): string | undefined {
  const transient = content.transient as { display_id?: unknown } | undefined;
  return typeof transient?.display_id === "string" ? transient.display_id : undefined;
}
