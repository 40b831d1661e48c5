/** A function's page with everything that it needs to answer: loaded when the first function is chosen. */
export { answerIn } from "./answer.js";
export { functionView } from "./function-view.js";
