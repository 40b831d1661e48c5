/** Executed notebook → one HTML file. Here: reading, cleaning, rendering. Not here: execution. */
export { NotebookError } from "./notebook.js";
export type { InputFile, Provenance } from "./provenance.js";
export { type PageOptions, renderPage } from "./render.js";
export { writePage } from "./write.js";
