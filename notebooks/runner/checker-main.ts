/** The process of checker.ts: one CellProgram, driven by messages. */
import { CellProgram, type CellSource } from "./cell-program.js";

export type Question =
  | { readonly ask: "open"; readonly cells: readonly CellSource[]; readonly folder: string }
  | { readonly ask: "variables"; readonly cell: number }
  | { readonly ask: "replace"; readonly cell: number; readonly code: string }
  | { readonly ask: "errors" };

let program: CellProgram | undefined;

async function answer(question: Question): Promise<unknown> {
  if (question.ask === "open") {
    program = await CellProgram.open(question.cells, question.folder);
    return null;
  }
  if (program === undefined) throw new Error("no cells have been opened");
  if (question.ask === "variables") return [...(await program.variablesOf(question.cell))];
  if (question.ask === "errors") return program.errors();
  await program.replace(question.cell, question.code);
  return null;
}

process.on("disconnect", () => process.exit()); // whoever asked is gone
process.on("message", (question: Question) => {
  answer(question).then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
