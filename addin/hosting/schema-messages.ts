/**
 * What libxml2 says of a document that breaks a schema, in sentences of this project: the element by its name and id,
 * not by its namespace. Here: words. Not here: running libxml2.
 */
import { JSDOM } from "jsdom";

const { DOMParser } = new JSDOM().window;

export interface Finding {
  /** From 1. */
  readonly line: number;
  /** As libxml2 puts it: "Element '{namespace}Name': This element is not expected. …" */
  readonly words: string;
}

/** What is known of the place that a finding is about. */
interface Place {
  /** "Label", or "DefaultValue of String Pane.Label" */
  readonly where: string;
  readonly name: string;
  readonly namespace: string;
  readonly element: Element | undefined;
}

type Patterns = ReadonlyMap<string, string>;
/** What the parentheses of a message's pattern caught. */
type Groups = readonly (string | undefined)[];
type Sentence = (place: Place, groups: Groups, patterns: Patterns) => string;

const subject = /^Element '(?:\{([^}]*)\})?([^']+)'(?:, attribute '(?:\{[^}]*\})?([^']+)')?: ([\s\S]*)$/;

/** Every message of libxml2's that a manifest is likely to meet; others stay in libxml2's words. */
const sentences: readonly (readonly [RegExp, Sentence])[] = [
  [/^This element is not expected\.(?: Expected is(?: one of)? \( ([^)]*) \)\.)?$/, unexpected],
  [/^Missing child element\(s\)\.(?: Expected is(?: one of)? \( ([^)]*) \)\.)?$/, missing],
  [/^The attribute '(?:\{[^}]*\})?([^']+)' is required but missing\.$/, ({ where }, [name]) => `${where} has no ${name}`],
  [
    /^The attribute '(?:\{[^}]*\})?([^']+)' is not allowed\.$/,
    ({ element, name }, [a]) => `${titleOf(element, name)} takes no ${a}`,
  ],
  [/^\[facet 'pattern'\] The value '([\s\S]*)' is not accepted by the pattern '(.*)'\.$/, ofPattern],
  [
    /^\[facet 'enumeration'\] The value '([\s\S]*)' is not an element of the set \{(.*)\}\.$/,
    ({ where }, [value, set = ""]) => `${where} is ${quoted(value)}; expected ${listed(set.replaceAll("'", "").split(", "))}`,
  ],
  [
    /^\[facet '(?:max|min)Length'\] The value(?: '([\s\S]*)')? has a length of '(\d+)'; this (exceeds|underruns) the allowed \w+ length of '(\d+)'\.$/,
    // Of an element's own text, libxml2 gives the length only.
    ({ where, element }, [value, length, way, limit]) =>
      `${where} is ${quoted(value ?? element?.textContent ?? "")}, ${length} characters long; expected at ${way === "exceeds" ? "most" : "least"} ${limit}`,
  ],
  [
    /^The QName value '(?:\{[^}]*\})?([^']+)' of the xsi:type attribute does not resolve to a type definition\.$/,
    ({ element, name }, [type]) => `${titleOf(element, name)} has xsi:type="${type}", which is unknown`,
  ],
  [
    /^The type definition '(?:\{[^}]*\})?([^']+)', specified by xsi:type, is blocked or not validly derived/,
    ({ element, name }, [type]) => `${titleOf(element, name)} cannot have xsi:type="${type}" here`,
  ],
  [/^The type definition is abstract\.$/, ({ where }) => `${where} has no xsi:type`],
  [/^Character content other than whitespace is not allowed/, ({ where }) => `${where} holds text; it takes elements only`],
  [/^Element content is not allowed/, ({ where }) => `${where} holds an element; it takes text only`],
  [/^No matching global declaration available for the validation root\.$/, unknownRoot],
];

/** One sentence for each thing that is wrong, with its line. */
export function sentencesOf(xml: string, findings: readonly Finding[], patterns: Patterns): string[] {
  const elementAt = elementsByLine(xml);
  const badTypes = new Set(findings.filter(({ words }) => words.includes("xsi:type")).map(({ line }) => line));
  return findings
    .filter(({ line, words }) => !(badTypes.has(line) && words.endsWith("The type definition is abstract.")))
    .map(({ line, words }) => `line ${line}: ${sentenceOf(words, (name) => elementAt(line, name), patterns)}`);
}

function sentenceOf(words: string, elementNamed: (name: string) => Element | undefined, patterns: Patterns): string {
  const [, namespace = "", name = "", attribute, said = words] = subject.exec(words) ?? [];
  const element = elementNamed(name);
  const title = titleOf(element, name);
  const place = { where: attribute ? `${attribute} of ${title}` : title, name, namespace, element };
  for (const [pattern, sentence] of sentences) {
    const match = pattern.exec(said);
    if (match) return sentence(place, match.slice(1), patterns);
  }
  return `${place.where}${place.where && ": "}${withoutNamespaces(said)}`;
}

function unexpected({ element, name, namespace }: Place, [set]: Groups): string {
  const parent = titleOf(element?.parentElement ?? undefined, "the document");
  if (set === undefined) return `${parent} takes no ${name} here`;
  const otherSpace = set.split(", ").find((expected) => expected.endsWith(`}${name}`));
  if (otherSpace) return `${name} is of the namespace ${namespace}; expected ${otherSpace.slice(1, otherSpace.indexOf("}"))}`;
  const expected = namesIn(set);
  const siblings = Array.from(element?.parentElement?.children ?? [], (child) => child.localName);
  const [only = ""] = expected;
  if (expected.length === 1 && !siblings.includes(only)) return `${parent} has no ${only}: ${name} stands in its place`;
  return `${parent} has ${name} where ${listed(expected)} is expected: the order is fixed`;
}

function missing({ where, element }: Place, [set = "more"]: Groups): string {
  const expected = namesIn(set);
  const some = Array.from(element?.children ?? []).some((child) => expected.includes(child.localName));
  return some ? `${where} has too few: expected another ${listed(expected)}` : `${where} has no ${listed(expected)}`;
}

function ofPattern({ where }: Place, [value, pattern = ""]: Groups, patterns: Patterns): string {
  return `${where} is ${quoted(value)}; expected ${patterns.get(pattern) ?? `what matches ${pattern}`}`;
}

function unknownRoot({ name, namespace }: Place): string {
  return `the root is ${name} of ${namespace ? `the namespace ${namespace}` : "no namespace"}, which the schemas do not know`;
}

/** An element by its name and, where there are many of its kind, its id. */
function titleOf(element: Element | undefined, name: string): string {
  if (!element) return name;
  if (element.localName === "Override" && element.parentElement) return `Override of ${titleOf(element.parentElement, "")}`;
  const id = element.getAttribute("id");
  return id === null ? element.localName : `${element.localName} ${id}`;
}

const longestQuote = 40;

function quoted(value = ""): string {
  const characters = [...value];
  return `"${characters.length > longestQuote ? `${characters.slice(0, longestQuote).join("")}…` : value}"`;
}

function namesIn(set: string): string[] {
  return withoutNamespaces(set).split(", ");
}

function withoutNamespaces(words: string): string {
  return words.replace(/\{[a-z]+:[^}]*\}/g, "");
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** The first element of a name whose start tag ends in a line: libxml2 gives a line, the DOM knows parents. */
function elementsByLine(xml: string): (line: number, name: string) => Element | undefined {
  const elements = new DOMParser().parseFromString(xml, "text/xml").querySelectorAll("*");
  const lines = startTagLines(xml);
  return (line, name) => Array.from(elements).find((element, i) => lines[i] === line && element.localName === name);
}

/** Lines in which start tags end, in the order of the document, which is well-formed. */
function startTagLines(xml: string): number[] {
  const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!/][^>]*>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
  const lines: number[] = [];
  let [line, read] = [1, 0];
  for (const match of xml.matchAll(markup)) {
    const end = match.index + match[0].length;
    line += xml.slice(read, end).split("\n").length - 1;
    read = end;
    if (/^<[^?!/]/.test(match[0])) lines.push(line);
  }
  return lines;
}
