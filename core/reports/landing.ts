/** Every figure of report 000, in tables by answer. */
import * as examples from "./landing-examples.js";
import * as facts from "./landing-facts.js";

export const landingFigures = { ...examples, ...facts };
