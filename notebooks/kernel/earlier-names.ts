/**
 * `{ price }` where an earlier cell declared `price`.
 * Here: the one use of an earlier name that tslab overlooks. Not here: all others, which tslab leads to its scope.
 *
 * tslab turns a name of an earlier cell into `exports.name`. In a shorthand property it takes the name for that of
 * the property and leaves it, so that the cell fails with "price is not defined".
 */
import type { Program, ShorthandPropertyAssignment, SourceFile, TransformerFactory } from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./tslab.js";

/** What tslab calls the file that declares everything of earlier cells. */
const earlierCells = /(^|\/)__prev__\.d\.ts$/;

/** Writes `{ price }` as `{ price: exports.price }` when an earlier cell declared the name. */
export function earlierShorthands(ts: TypeScript, program: Program): TransformerFactory<SourceFile> {
  const checker = program.getTypeChecker();
  const isEarlier = (node: ShorthandPropertyAssignment) =>
    checker
      .getShorthandAssignmentValueSymbol(node)
      ?.declarations?.some((declaration) => earlierCells.test(declaration.getSourceFile().fileName)) === true;
  return (context) => {
    const visit: Parameters<typeof ts.visitNode>[1] = (node) => {
      if (!ts.isShorthandPropertyAssignment(node)) return ts.visitEachChild(node, visit, context);
      return isEarlier(node) ? written(ts, ts.visitEachChild(node, visit, context)) : ts.visitEachChild(node, visit, context);
    };
    return (file) => ts.visitEachChild(file, visit, context);
  };
}

/** In a destructuring assignment the property may carry a default. */
function written({ factory, setTextRange }: TypeScript, node: ShorthandPropertyAssignment) {
  const name = () => setTextRange(factory.createIdentifier(node.name.text), node.name);
  const value = setTextRange(factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name()), node.name);
  const preset = node.objectAssignmentInitializer;
  return factory.createPropertyAssignment(name(), preset === undefined ? value : factory.createAssignment(value, preset));
}
