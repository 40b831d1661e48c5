/**
 * One emission per source instead of tslab's two.
 * Here: how a cell becomes a CommonJS script at once. Not here: options and positions (compiler.ts).
 *
 * tslab lets the program emit an ES module, works on its last expression, and then parses, binds and checks that
 * text again in a program of its own, only to turn imports and exports into CommonJS. TypeScript's transformer that
 * does this is here run behind tslab's own, within the first emission.
 */
import type { SourceFile, TransformationContext, TransformerFactory } from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./tslab.js";

/** Exported by TypeScript, but not in its declarations. */
interface ModuleTransformer {
  transformModule: TransformerFactory<SourceFile>;
}

/** The last step of an emission: makes a CommonJS script. */
export function toCommonJs(ts: TypeScript): TransformerFactory<SourceFile> {
  const { transformModule } = ts as unknown as ModuleTransformer;
  return (context) => transformModule(forCommonJs(ts, context));
}

/** The same context with another module format: everything set on it reaches the one that it stands for. */
function forCommonJs(ts: TypeScript, context: TransformationContext): TransformationContext {
  const options = { ...context.getCompilerOptions(), module: ts.ModuleKind.CommonJS };
  return Object.assign(Object.create(context) as TransformationContext, { getCompilerOptions: () => options });
}
