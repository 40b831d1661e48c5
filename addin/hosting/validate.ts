/** Checks a document against XML schemas with libxml2, compiled to WebAssembly: nothing is fetched. Not here: which schemas. */
import { validateXML, type XMLValidationResult } from "xmllint-wasm";
import { type Finding, sentencesOf } from "./schema-messages.js";
import type { Schemas } from "./schemas.js";

export interface Verdict {
  /** A document that is not is checked no further: its one problem says where it breaks. */
  readonly wellFormed: boolean;
  readonly problems: readonly string[];
}

/**
 * What schemas hold against a document.
 * @throws Error when the schemas themselves do not compile
 */
export async function validate(xml: string, schemas: Schemas): Promise<Verdict> {
  const [verdict] = await validateAll([xml], schemas);
  if (!verdict) throw new Error("xmllint said nothing of the document");
  return verdict;
}

/** The same for several documents: starting libxml2 and compiling the schemas takes longer than all of them. */
export async function validateAll(xmls: readonly string[], schemas: Schemas): Promise<Verdict[]> {
  const { valid, rawOutput } = await run(xmls, schemas);
  return xmls.map((xml, i) => verdictOf(xml, valid ? [] : findingsIn(rawOutput, fileName(i)), schemas));
}

/** @throws Error when schemas do not compile */
export async function assertCompile(schemas: Schemas): Promise<void> {
  await run(["<nothing/>"], schemas);
}

function fileName(i: number): string {
  return `document-${i}.xml`;
}

async function run(xmls: readonly string[], { entry, files, folder }: Schemas): Promise<XMLValidationResult> {
  const documents = xmls.map((contents, i) => ({ fileName: fileName(i), contents }));
  try {
    return await validateXML({ xml: documents, schema: [entry], preload: files });
  } catch (error) {
    const [, why] = /Schemas parser error : (.*)/.exec((error as Error).message) ?? [];
    if (why === undefined) throw error;
    throw new Error(`the schemas in ${folder} do not compile: ${why.replace(/\{[a-z]+:[^}]*\}/g, "")}`);
  }
}

const syntax = "parser error : ";
const validity = "Schemas validity error : ";

function verdictOf(xml: string, findings: readonly Finding[], { patterns }: Schemas): Verdict {
  const broken = findings.find(({ words }) => words.startsWith(syntax));
  if (!broken) return { wellFormed: true, problems: sentencesOf(xml, findings, patterns) };
  const [why] = broken.words.slice(syntax.length).split("\n");
  return { wellFormed: false, problems: [`line ${broken.line}: not well-formed: ${why}`] };
}

/** xmllint-wasm's own list of errors is by line of output; a value that is quoted in one may have lines of its own. */
function findingsIn(rawOutput: string, name: string): Finding[] {
  const [, ...parts] = rawOutput.split(/^(document-\d+\.xml)(?::(\d+): | (?:validates|fails to validate)$)/m);
  const findings: Finding[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [file, line, words = ""] = parts.slice(i, i + 3);
    if (file === name && line) findings.push({ line: Number(line), words: words.replace(validity, "").trim() });
  }
  return findings;
}
