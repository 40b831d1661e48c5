/** Try a function: a field per argument, the answer that a cell would show, and the formula for it. */
import { type Definition, findDefinition, type Parameter } from "soundings";
import { CellError } from "../cells.js";
import { formulaOf } from "../formula.js";
import { reasonOf } from "../reason.js";
import { answerView } from "./answer.js";
import { type ArgumentField, argumentField } from "./argument-field.js";
import { el } from "./dom.js";
import { fillView } from "./fill-view.js";
import type { FunctionViewOptions } from "./function-options.js";
import type { SelectedRange } from "./host.js";
import { words } from "./words.js";

/** Pause in typing after which the answer is renewed. */
const pauseMs = 200;

/** The form, filled with the definition's first example. */
export function calculatorView(definition: Definition, options: FunctionViewOptions): HTMLElement {
  const { language, take, spelt, pick, tell } = options;
  const w = words[language];
  const example = definition.examples.find((e) => "result" in e)?.args ?? {};
  const given = () => Object.fromEntries(fields.map((field) => [field.p.name, field.given()]));
  const written = () => spelt(formulaOf(definition, given(), (p: Parameter) => fields.find((field) => field.p === p)?.place()));
  const formula = el("code", { class: "cell-formula" });
  const output = el("output", { "aria-live": "polite", "aria-label": w.answer });

  const renew = () => {
    formula.textContent = written();
    output.replaceChildren(...answersOf(definition, given(), options));
  };
  let waiting: ReturnType<typeof setTimeout>;
  const renewSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, pauseMs);
  };
  /** What is selected, or a word why it cannot be read. */
  const selected = async (read: () => Promise<SelectedRange>, use: (range: SelectedRange) => void | Promise<void>) => {
    tell("");
    try {
      const range = await read();
      if (range.values.length === 0) throw new Error(w.nothingSelected);
      await use(range);
      renew();
    } catch (error) {
      tell(w.notPicked(reasonOf(error)));
    }
  };
  const fields: ArgumentField[] = definition.params.map((p) =>
    argumentField(p, example[p.name], {
      language,
      renew,
      pick: pick && (() => selected(pick, (range) => fields.find((field) => field.p === p)?.take(range))),
    }),
  );
  renew();
  return el(
    "form",
    { class: "calculator", oninput: renewSoon, onsubmit: (event) => event.preventDefault() },
    pick && fillView(definition, fields, { language, selected: (use) => selected(pick, use) }),
    ...fields.map(({ element }) => element),
    output,
    formula,
    el("button", { type: "button", onclick: () => take.action(written()) }, take.label),
  );
}

/** The answer, and where the catalogue has the same call in parts (HPI, HPI_PARTS), the parts below it. */
function answersOf(definition: Definition, named: Readonly<Record<string, unknown>>, options: FunctionViewOptions): Node[] {
  const w = words[options.language];
  const answer = options.answer(definition, named);
  const parts = findDefinition(`${definition.id}_PARTS`);
  if (answer instanceof CellError || parts === undefined) return [answerView(answer, w.answer)];
  const caption = el("p", { class: "quiet" }, w.inParts(parts.id));
  return [answerView(answer, w.answer), caption, answerView(options.answer(parts, named), w.inParts(parts.id))];
}
