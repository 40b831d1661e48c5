/** Why a cell shows an error: the message of the call in it that was refused first. */
import type { CellPlace, Watcher } from "../univer.js";

export class ErrorReasons implements Watcher {
  readonly #byCell = new Map<string, { run: number; message: string }>();
  #run = 0;

  /** A new calculation begins; cells that it does not reach keep their reasons. */
  nextRun(): void {
    this.#run++;
  }

  refused(cell: CellPlace, message: string): void {
    const known = this.#byCell.get(key(cell));
    if (known?.run === this.#run) return;
    this.#byCell.set(key(cell), { run: this.#run, message });
  }

  /** Forgets an earlier run's reason, not that of another call in the same cell. */
  answered(cell: CellPlace): void {
    if (this.#byCell.get(key(cell))?.run !== this.#run) this.#byCell.delete(key(cell));
  }

  of(cell: CellPlace): string | undefined {
    return this.#byCell.get(key(cell))?.message;
  }
}

function key({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${row},${column}`;
}
