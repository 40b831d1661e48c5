/**
 * XML schemas of a manifest, read so that libxml2 compiles them: our own, or Microsoft's from a folder of the user's.
 * Here: which files, and what must be changed in them. Not here: checking a manifest against them.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { findRoot } from "../root.js";

export interface SchemaFile {
  readonly fileName: string;
  readonly contents: string;
}

export interface Schemas {
  /** The folder, for messages. */
  readonly folder: string;
  /** Imports the others, so that all of them are loaded whichever of them names which. */
  readonly entry: SchemaFile;
  readonly files: readonly SchemaFile[];
  /** What a pattern takes, in the schema's own words, by the pattern. */
  readonly patterns: ReadonlyMap<string, string>;
}

const xs = "http://www.w3.org/2001/XMLSchema";

/** The namespaces of a task pane add-in's manifest. */
const needed: readonly string[] = [
  "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  "http://schemas.microsoft.com/office/appforoffice/1.1",
];

const { DOMParser, XMLSerializer } = new JSDOM().window;

/** The schemas of addin/manifest-schema/. */
export function ownSchemas(): Schemas {
  own ??= readSchemas(join(findRoot(dirname(fileURLToPath(import.meta.url))), "addin/manifest-schema"));
  return own;
}
let own: Schemas | undefined;

/**
 * The schemas of a folder. Files are told apart by the namespace that they are for, so their names do not matter.
 * @throws Error for a folder without schemas, or without one for each namespace of a task pane add-in's manifest
 */
export function readSchemas(folder: string): Schemas {
  const byNamespace = schemasByNamespace(folder);
  const missing = needed.filter((namespace) => !byNamespace.has(namespace));
  if (missing.length > 0) throw new Error(`${folder} has no schema for ${missing.join(" and ")}; it has ${listed(byNamespace)}`);
  const documents = needed.flatMap((namespace) => byNamespace.get(namespace) ?? []).map(({ document }) => document);
  const stubs = new Map<string, SchemaFile>();
  const files = documents.map((document, i) => fileOf(mended(document, stubs), needed[i] ?? ""));
  const imports = needed.map((namespace) => `<xs:import namespace="${namespace}" schemaLocation="${fileNameOf(namespace)}"/>`);
  return {
    folder,
    entry: { fileName: "entry.xsd", contents: `<xs:schema xmlns:xs="${xs}">${imports.join("")}</xs:schema>` },
    files: [...files, ...stubs.values()],
    patterns: new Map(documents.flatMap(patternsOf)),
  };
}

interface Found {
  readonly name: string;
  readonly document: Document;
}

function schemasByNamespace(folder: string): Map<string, Found> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  const names = readdirSync(folder).filter((name) => name.endsWith(".xsd") && statSync(join(folder, name)).isFile());
  if (names.length === 0) throw new Error(`${folder} holds no .xsd file`);
  const found = new Map<string, Found>();
  for (const name of names.sort()) {
    const document = parsed(readFileSync(join(folder, name), "utf8"), join(folder, name));
    const namespace = document.documentElement.getAttribute("targetNamespace") ?? "";
    const other = found.get(namespace);
    if (other) throw new Error(`${other.name} and ${name} in ${folder} are both for ${namespace || "no namespace"}`);
    found.set(namespace, { name, document });
  }
  return found;
}

function listed(byNamespace: ReadonlyMap<string, Found>): string {
  return [...byNamespace].map(([namespace, { name }]) => `${name} (${namespace || "no namespace"})`).join(", ");
}

/** Copies from web pages have namespaces with https, where a tool that mends links took them for links. */
function parsed(text: string, path: string): Document {
  const source = text.trim().replace(/https:(\/\/(?:www\.w3\.org|schemas\.microsoft\.com)\/)/g, "http:$1");
  const document = new DOMParser().parseFromString(source, "text/xml");
  const [broken] = document.getElementsByTagName("parsererror");
  if (broken) throw new Error(`${path} is not well-formed: ${broken.textContent}`);
  const { namespaceURI, localName } = document.documentElement;
  if (namespaceURI !== xs || localName !== "schema") throw new Error(`${path} is not an XML schema`);
  return document;
}

/**
 * What libxml2 does not take as Microsoft publishes it.
 * @param stubs gets a stub for each namespace that is imported and that no task pane manifest uses (mail, content)
 */
function mended(document: Document, stubs: Map<string, SchemaFile>): Document {
  for (const element of document.getElementsByTagNameNS(xs, "import")) {
    const namespace = element.getAttribute("namespace") ?? "";
    if (!needed.includes(namespace) && !stubs.has(namespace)) stubs.set(namespace, stub(namespace, `other-${stubs.size}.xsd`));
    element.setAttribute("schemaLocation", stubs.get(namespace)?.fileName ?? fileNameOf(namespace));
  }
  // A lazy quantifier, {0,3}?, is not in XML Schema's regular expressions; a pattern matches the same without it.
  for (const pattern of document.getElementsByTagNameNS(xs, "pattern")) {
    pattern.setAttribute("value", (pattern.getAttribute("value") ?? "").replace(/(\{\d+(?:,\d*)?\})\?/g, "$1"));
  }
  return document;
}

/** Declares the one element that Microsoft's schema of the base section names from there. */
function stub(namespace: string, fileName: string): SchemaFile {
  const contents = `<xs:schema xmlns:xs="${xs}" targetNamespace="${namespace}"><xs:element name="VersionOverrides"/></xs:schema>`;
  return { fileName, contents };
}

/** A name without spaces or dashes at its start, which xmllint would take for options. */
function fileNameOf(namespace: string): string {
  return `schema-${needed.indexOf(namespace)}.xsd`;
}

function fileOf(document: Document, namespace: string): SchemaFile {
  return { fileName: fileNameOf(namespace), contents: new XMLSerializer().serializeToString(document) };
}

function patternsOf(document: Document): [string, string][] {
  return Array.from(document.getElementsByTagNameNS(xs, "pattern")).flatMap((pattern): [string, string][] => {
    const [words] = pattern.closest("simpleType")?.getElementsByTagNameNS(xs, "documentation") ?? [];
    const said = words?.textContent?.trim().replace(/\s+/g, " ");
    return said ? [[pattern.getAttribute("value") ?? "", said]] : [];
  });
}
