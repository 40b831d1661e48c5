/** A template in two lists: inputs above, answers below. Formulas name inputs and earlier answers in braces: "=PIR({price},{income})". */
import type { Language, Text } from "soundings";
import { type Allowed, Sketch, type StyleName, type Template, type TemplateChart } from "./template.js";

export interface FormInput {
  readonly name: string;
  readonly label: Text;
  readonly value: number | string | boolean;
  readonly style: "input" | "percent" | "flag";
  readonly allowed?: Allowed["kind"];
  /** Where the sample value comes from. */
  readonly from: Text;
}

export interface FormAnswer {
  readonly name: string;
  readonly label: Text;
  readonly formula: string;
  readonly style: StyleName;
}

export interface Form {
  readonly id: string;
  readonly name: Text;
  readonly title: Text;
  readonly inputs: readonly FormInput[];
  readonly answers: readonly FormAnswer[];
  /** A formula that spills, below everything else. */
  readonly spill: { readonly label: Text; readonly formula: string };
  readonly chart: (place: (name: string) => string) => Omit<TemplateChart, "at">;
}

const [firstInput, widths, chartAt] = [5, [290, 120, 380, 90, 90, 90], "H5"] as const;

const said = {
  sample: {
    en: "SAMPLE 示例: every yellow cell is a sample; the third column says where from. Replace them with your own.",
    zh: "示例 SAMPLE：黄色单元格均为示例值，第三列注明来源；请换成自己的数值。",
  },
  inputs: { en: ["input 输入", "", "sample from 示例来源"], zh: ["输入 input", "", "示例来源 sample from"] },
  answers: { en: ["answer 结果", "", "formula 公式"], zh: ["结果 answer", "", "公式 formula"] },
} as const;

/** Lays a form out as a template. */
export function formTemplate(form: Form): Template {
  const { inputs, answers } = form;
  const firstAnswer = firstInput + inputs.length + 2;
  const spillAt = firstAnswer + answers.length + 2;
  const rows = new Map([
    ...inputs.map(({ name }, i) => [name, firstInput + i] as const),
    ...answers.map(({ name }, i) => [name, firstAnswer + i] as const),
    ["spill", spillAt] as const,
  ]);
  const place = (name: string) => {
    const row = rows.get(name);
    if (row === undefined) throw new Error(`the form ${form.id} has nothing named ${name}`);
    return `$B$${row + 1}`;
  };
  const placed = (formula: string) => formula.replace(/\{([a-z]\w*)\}/g, (_, name: string) => place(name));
  return {
    id: form.id,
    name: form.name,
    widths,
    cells: (language) => cellsOf(form, { placed, firstAnswer, spillAt }, language),
    allowed: inputs.flatMap(({ name, allowed }) => (allowed ? [{ range: place(name).replaceAll("$", ""), kind: allowed }] : [])),
    chart: { ...form.chart((name) => place(name).replaceAll("$", "")), at: chartAt },
    firstAnswer: `B${firstAnswer + 1}`,
  };
}

interface Layout {
  readonly placed: (formula: string) => string;
  readonly firstAnswer: number;
  readonly spillAt: number;
}

function cellsOf({ title, inputs, answers, spill }: Form, { placed, firstAnswer, spillAt }: Layout, language: Language) {
  const sketch = new Sketch();
  sketch.value(0, 0, title[language], "title");
  sketch.value(1, 0, said.sample[language], "sample");
  for (const [column, heading] of said.inputs[language].entries()) sketch.value(firstInput - 1, column, heading, "heading");
  for (const [i, { label, value, style, from }] of inputs.entries()) {
    sketch.value(firstInput + i, 0, label[language]);
    sketch.value(firstInput + i, 1, value, style);
    sketch.value(firstInput + i, 2, from[language], "sample");
  }
  for (const [column, heading] of said.answers[language].entries()) sketch.value(firstAnswer - 1, column, heading, "heading");
  for (const [i, { label, formula, style }] of answers.entries()) {
    sketch.value(firstAnswer + i, 0, label[language]);
    sketch.formula(firstAnswer + i, 1, placed(formula), style);
    sketch.value(firstAnswer + i, 2, placed(formula), "formula");
  }
  sketch.value(spillAt - 1, 0, spill.label[language], "heading");
  sketch.style(spillAt - 1, 1, "heading");
  sketch.value(spillAt - 1, 2, placed(spill.formula), "formula");
  sketch.formula(spillAt, 0, placed(spill.formula));
  return sketch.cells;
}
