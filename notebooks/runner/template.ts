/** The notebook that `soundings new` makes: small, in both languages, and running. */
import type { INotebookContent } from "@jupyterlab/nbformat";
import { kernelMetadata } from "../kernel/index.js";
import type { Notebook } from "./notebook.js";

interface TemplateCell {
  readonly id: string;
  readonly source: string;
  readonly zh?: string;
  readonly tags?: readonly string[];
}

/** @param title the notebook's first heading, in both languages until its author writes a better one */
export function newNotebook(title: string): Notebook {
  const metadata = { kernelspec: kernelMetadata, title, soundings: { title: { en: title, zh: title } } };
  const cells = templateCells(title).map(({ id, source, zh, tags }) =>
    zh === undefined
      ? { cell_type: "code", id, metadata: tags === undefined ? {} : { tags }, execution_count: null, outputs: [], source }
      : { cell_type: "markdown", id, metadata: { soundings: { zh } }, source },
  );
  return { nbformat: 4, nbformat_minor: 5, metadata, cells } as unknown as INotebookContent;
}

function templateCells(title: string): TemplateCell[] {
  return [
    {
      id: "question",
      source: `# ${title}

**The question in one sentence.** Then the answer, and what it rests on. The Chinese version of this text is in the cell's
metadata, under \`soundings.zh\`; the page switches between them.`,
      zh: `# ${title}

**用一句话提出问题。**然后给出答案及其依据。本段的英文是单元正文，中文在单元元数据 \`soundings.zh\` 中；网页可在两者之间切换。`,
    },
    {
      id: "setup",
      source: `import { card, table } from "@soundings/display";
import { citation, findDefinition, gapBasisPoints } from "soundings";`,
    },
    {
      id: "inputs-text",
      source: `## Inputs

Other values can be given from the command line: \`soundings run NOTEBOOK -p city=苏州 -p grossYield=0.021\`.`,
      zh: `## 输入

可在命令行给出其他数值：\`soundings run NOTEBOOK -p city=苏州 -p grossYield=0.021\`。`,
    },
    {
      id: "parameters",
      tags: ["parameters"],
      source: `/** The city's name, as the page shows it. */
let city = "example";
/** Gross rental yield a year, as a fraction. */
let grossYield = 0.0237;`,
    },
    {
      id: "answer",
      source: `const gap = gapBasisPoints(grossYield);
const definition = findDefinition("RENT_GAP");
card({ en: \`Rental yield: \${city}\`, zh: \`租金回报率：\${city}\` }, [
  { label: { en: "gross yield", zh: "毛租金回报率" }, value: grossYield, unit: "fraction", digits: 2 },
  { label: { en: "gap to the anchor of report 002", zh: "与报告 002 之锚的缺口" }, value: gap, unit: "basis-points", digits: 0 },
], definition ? { source: citation(definition) } : {})`,
    },
    {
      id: "sensitivity-text",
      source: `## What if the anchor were another?

A cell loads, calls or displays; what computes lives in \`soundings\`, where it is tested.`,
      zh: `## 如果锚取其他值？

每个单元只做一件事：载入、调用或展示；计算在 \`soundings\` 中，并有测试。`,
    },
    {
      id: "sensitivity",
      source: `const anchors = [0.02, 0.025, 0.03];
table(
  anchors.map((anchor) => ({ anchor, gap: gapBasisPoints(grossYield, { anchor }) })),
  {
    caption: { en: \`Gap of \${city} by anchor\`, zh: \`\${city}在不同锚下的缺口\` },
    columns: [
      { key: "anchor", label: { en: "Anchor", zh: "锚" }, unit: "fraction", digits: 1 },
      { key: "gap", label: { en: "Gap", zh: "缺口" }, unit: "basis-points", digits: 0 },
    ],
  },
)`,
    },
  ];
}
