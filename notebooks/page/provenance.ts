/** The footer that says how the page was made. All of it is the caller's; nothing is looked up here. */
import { escapeHtml, say, type Words, wordsToHtml } from "./html.js";

export interface InputFile {
  readonly path: string;
  readonly sha256: string;
}

export interface Provenance {
  /** Path of the notebook in its repository. */
  readonly notebook?: string;
  readonly commit?: string;
  /** ISO date and time at which the run began. */
  readonly ranAt?: string;
  readonly durationSeconds?: number;
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  readonly inputs?: readonly InputFile[];
  /** Name to version: Node, soundings, tslab … */
  readonly versions?: Readonly<Record<string, string>>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The provenance that a runner left in a notebook's metadata: what can be read of it. */
export function readProvenance(value: Readonly<Record<string, unknown>>): Provenance {
  const texts = ["notebook", "commit", "ranAt"].filter((name) => typeof value[name] === "string");
  const inputs = Array.isArray(value.inputs) ? value.inputs.filter(isObject) : [];
  return {
    ...Object.fromEntries(texts.map((name) => [name, value[name]])),
    ...(typeof value.durationSeconds === "number" ? { durationSeconds: value.durationSeconds } : {}),
    inputs: inputs.map(({ path, sha256 }) => ({ path: String(path), sha256: String(sha256) })),
    ...(isObject(value.parameters) ? { parameters: value.parameters as Record<string, string> } : {}),
    ...(isObject(value.versions) ? { versions: value.versions as Record<string, string> } : {}),
  };
}

const code = (text: string) => `<code>${escapeHtml(text)}</code>`;

function line(label: Words, html: string | undefined): string {
  return html === undefined || html === "" ? "" : `<dt>${wordsToHtml(label)}</dt><dd>${html}</dd>`;
}

function entries(values: Readonly<Record<string, unknown>> | undefined, join: string): string {
  return Object.entries(values ?? {})
    .map(([name, value]) => code(`${name}${join}${String(value)}`))
    .join(", ");
}

const uncommitted = ", with changes not committed";

/** The commit, and in the reader's language that files differed from it. */
function commitToHtml(commit: string): string {
  if (!commit.endsWith(uncommitted)) return code(commit);
  return code(commit.slice(0, -uncommitted.length)) + wordsToHtml({ en: uncommitted, zh: "，另有未提交的改动" });
}

export function provenanceToHtml(provenance: Provenance): string {
  const { notebook, commit, ranAt, durationSeconds, parameters, inputs = [], versions } = provenance;
  const files = inputs.map(({ path, sha256 }) => `<li>${code(path)} ${code(sha256)}</li>`).join("");
  const lines = [
    line(say.notebook, notebook && code(notebook)),
    line(say.commit, commit && commitToHtml(commit)),
    line(say.ranAt, ranAt && escapeHtml(ranAt)),
    line(say.duration, durationSeconds === undefined ? "" : `${durationSeconds.toFixed(1)} ${wordsToHtml(say.seconds)}`),
    line(say.parametersUsed, entries(parameters, " = ")),
    line(say.inputs, files && `<ul>${files}</ul>`),
    line(say.versions, entries(versions, " ")),
  ].join("\n");
  return lines.trim() === "" ? "" : `<h2>${wordsToHtml(say.provenance)}</h2>\n<dl>${lines}</dl>`;
}
