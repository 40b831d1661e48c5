/** What freezing and thawing would take in, counted before anyone asks for it. */
import type { Book } from "./book.js";
import { counted, ownFormulas, type Scope, withAreas } from "./found.js";
import { rowsIn } from "./thaw.js";

export interface Preview {
  /** The sheet that "this sheet" is. */
  readonly active: string;
  readonly live: { readonly formulas: number; readonly sheets: number };
  readonly frozen: { readonly formulas: number; readonly sheets: number };
}

export async function preview(book: Book, scope: Scope): Promise<Preview> {
  const snapshot = await book.read();
  const found = ownFormulas(snapshot, scope);
  const live = found.length === 0 ? [] : withAreas(found, await book.spills(found));
  return { active: snapshot.active, live: counted(live), frozen: counted(rowsIn(snapshot, scope)) };
}
