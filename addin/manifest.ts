/**
 * manifest.xml: what a schema cannot say of one (lints), and copies of it for another address or with a prefix.
 * Here: text in, text out. Not here: the manifest itself (at the root), its schema (manifest-schema/), files (build.ts).
 */
import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { isPrefix, prefixQuery } from "./prefix.js";

/** Where manifest.xml says that the site is: `npm start` serves it there. */
export const localSite = "https://localhost:3443/";

const xsi = "http://www.w3.org/2001/XMLSchema-instance";
const basicTypes = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

const { DOMParser, XMLSerializer } = new JSDOM().window;

export interface Variant {
  /** Address of the site's top folder, https, ending in "/". */
  readonly site?: string;
  /** Makes =SND.HPI() of =HPI(), for workbooks where a bare name clashes. */
  readonly prefix?: string;
}

/**
 * A copy of the manifest for another site, or with a prefix before every function.
 * A prefixed copy has an id and name of its own, so that Excel takes it for another add-in.
 * @throws Error for a site that is not https, and for a prefix that Excel does not take
 */
export function manifestVariant(manifest: string, { site = localSite, prefix }: Variant): string {
  if (!/^https:\/\/\S+\/$/.test(site)) throw new Error(`site is "${site}"; expected an https address that ends in "/"`);
  const document = parse(manifest);
  for (const attribute of addresses(document)) attribute.value = attribute.value.replace(localSite, site);
  for (const domain of all(document, "AppDomain")) domain.textContent = new URL(site).origin;
  if (prefix !== undefined) addPrefix(document, prefix);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

function addPrefix(document: Document, prefix: string): void {
  if (!isPrefix(prefix)) throw new Error(`prefix is "${prefix}"; expected letters and digits, at most 16`);
  const [point] = functionPoints(document);
  const [strings] = all(document, "ShortStrings");
  const [id] = all(document, "Id");
  if (!point || !strings || !id) throw new Error("manifest.xml has no CustomFunctions, ShortStrings or Id");
  const namespace = document.createElementNS(point.namespaceURI, "Namespace");
  namespace.setAttribute("resid", "Functions.Namespace");
  point.append(namespace);
  const text = document.createElementNS(basicTypes, "bt:String");
  text.setAttribute("id", "Functions.Namespace");
  text.setAttribute("DefaultValue", prefix.toUpperCase());
  strings.append(text);
  id.textContent = uuidFor(`${id.textContent}/${prefix.toUpperCase()}`);
  for (const name of all(document, "DisplayName").flatMap((n) => [n, ...n.children])) {
    const value = name.hasAttribute("Value") ? "Value" : "DefaultValue";
    name.setAttribute(value, `${name.getAttribute(value)} (${prefix.toUpperCase()})`);
  }
  for (const address of paneAddresses(document)) address.value += prefixQuery(prefix);
}

/** Where the pane's address stands: for an Excel that reads the base section only, and for the shared runtime. */
function paneAddresses(document: Document): Attr[] {
  const runtime = all(document, "Runtime")[0]?.getAttribute("resid");
  const base = all(document, "DefaultSettings").flatMap((settings) => Array.from(settings.children));
  const own = all(document, "Url").filter((url) => url.getAttribute("id") === runtime);
  return [...base.filter(({ localName }) => localName === "SourceLocation"), ...own]
    .map((element) => element.getAttributeNode("DefaultValue"))
    .filter((attribute) => attribute !== null);
}

/** The same id for the same words each time (RFC 9562, version 8: the layout is ours, the bits are a hash). */
function uuidFor(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Site {
  /** Its address, as in `Variant`. */
  readonly site?: string;
  /** The file behind a path of the site ("addin/assets/icon-16.png"), or undefined where there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/**
 * What Excel or Microsoft's store would hold against a manifest although its schema does not; empty when nothing.
 * Elements, their order and their limits are the schema's: hosting/check.ts asks both.
 */
export function lintManifest(manifest: string, { site = localSite, read }: Site): string[] {
  let document: Document;
  try {
    document = parse(manifest);
  } catch (error) {
    return [(error as Error).message];
  }
  return [
    ...resourceProblems(document),
    ...runtimeProblems(document),
    ...prefixProblems(document),
    ...overrideProblems(document),
    ...iconProblems(document),
    ...addressProblems(document, site, read),
  ];
}

function resourceProblems(document: Document): string[] {
  const resources = all(document, "Resources").flatMap((r) => Array.from(r.querySelectorAll("[id]")));
  const ids = resources.map((r) => r.getAttribute("id") ?? "");
  const used = new Set(references(document).map((r) => r.getAttribute("resid")));
  return [
    ...[...used].filter((resid) => !ids.includes(resid ?? "")).map((resid) => `resid "${resid}" is nowhere in Resources`),
    ...ids.filter((id) => !used.has(id)).map((id) => `resource "${id}" is used nowhere`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `resource "${id}" is there twice`),
  ];
}

/** Functions and pane share one runtime only if all of these name one page. */
function runtimeProblems(document: Document): string[] {
  const [runtime] = all(document, "Runtime");
  if (!runtime) return ["there is no Runtime"];
  const problems = runtime.getAttribute("lifetime") === "long" ? [] : ['Runtime has no lifetime="long"'];
  const page = runtime.getAttribute("resid");
  const pages = {
    "Page of CustomFunctions": functionPoints(document)[0]?.querySelector("Page > SourceLocation"),
    FunctionFile: all(document, "FunctionFile")[0],
    "SourceLocation of ShowTaskpane": all(document, "Action")[0]?.querySelector("SourceLocation"),
  };
  for (const [where, element] of Object.entries(pages)) {
    const resid = element?.getAttribute("resid");
    if (resid !== page) problems.push(`${where} has resid "${resid}", Runtime "${page}"`);
  }
  return problems;
}

/** The pane writes formulas, and knows their prefix from its own address. */
function prefixProblems(document: Document): string[] {
  const resid = functionPoints(document)[0]?.querySelector("Namespace")?.getAttribute("resid") ?? undefined;
  const text = all(document, "String").find((string) => string.getAttribute("id") === resid);
  const wanted = resid === undefined ? "" : prefixQuery(text?.getAttribute("DefaultValue") ?? "");
  return paneAddresses(document)
    .map(({ value }) => value)
    .filter((value) => value.replace(/^[^?]*/, "") !== wanted)
    .map((value) => `${value} is the pane's address; expected ${wanted === "" ? "no query" : wanted} at its end`);
}

/** Every text a Chinese user sees, and the functions' metadata, has a Chinese one. */
function overrideProblems(document: Document): string[] {
  const metadata = functionPoints(document)[0]?.querySelector("Metadata > SourceLocation")?.getAttribute("resid");
  const namespace = functionPoints(document)[0]?.querySelector("Namespace")?.getAttribute("resid");
  const localised = [
    ...Array.from(document.documentElement.children).filter(
      (e) => e.localName === "DisplayName" || e.localName === "Description",
    ),
    ...all(document, "String").filter((text) => text.getAttribute("id") !== namespace),
    ...all(document, "Url").filter((url) => url.getAttribute("id") === metadata),
  ];
  return localised
    .filter(
      (element) => !Array.from(element.children).some((o) => o.localName === "Override" && o.getAttribute("Locale") === "zh-CN"),
    )
    .map((element) => `${element.getAttribute("id") ?? element.localName} has no Override for zh-CN`);
}

function addressProblems(document: Document, site: string, read: Site["read"]): string[] {
  const problems: string[] = [];
  for (const { value } of addresses(document)) {
    if (!value.startsWith("https://")) problems.push(`${value} is not https`);
    else if (!value.startsWith(site)) problems.push(`${value} is not on ${site}`);
  }
  if (!all(document, "AppDomain").some((domain) => domain.textContent === new URL(site).origin)) {
    problems.push(`AppDomains has no ${new URL(site).origin}`);
  }
  for (const [url, size] of icons(document)) {
    const png = url.startsWith(site) && url !== site ? read(url.slice(site.length)) : undefined;
    const seen = png && pngSize(png);
    if (seen === undefined) problems.push(`there is no PNG file behind ${url}`);
    else if (seen !== size) problems.push(`${url} is ${seen} pixels wide, not ${size}`);
  }
  return problems;
}

/** The ribbon needs these of every icon, at least; a schema can count images and not name them. */
const mandatorySizes = ["16", "32", "80"] as const;

function iconProblems(document: Document): string[] {
  return all(document, "Icon").flatMap((icon) => {
    const sizes = Array.from(icon.children, (image) => image.getAttribute("size"));
    const owner = icon.parentElement?.getAttribute("id");
    return [
      ...mandatorySizes.filter((size) => !sizes.includes(size)).map((size) => `Icon of ${owner} has no size ${size}`),
      ...sizes.filter((size, i) => sizes.indexOf(size) !== i).map((size) => `Icon of ${owner} has size ${size} twice`),
    ];
  });
}

/** What Office shows for an add-in's own icon, plain and on a dense screen. */
const ownIcons = { IconUrl: 32, HighResolutionIconUrl: 64 } as const;

function icons(document: Document): [url: string, size: number][] {
  const own = Object.entries(ownIcons).flatMap(([name, size]) =>
    all(document, name).map((icon): [string, number] => [icon.getAttribute("DefaultValue") ?? "", size]),
  );
  const images = new Map(
    all(document, "Image").map((image) => [image.getAttribute("id"), image.getAttribute("DefaultValue") ?? ""]),
  );
  const ribbon = all(document, "Image")
    .filter((image) => image.hasAttribute("resid"))
    .map((image): [string, number] => [images.get(image.getAttribute("resid")) ?? "", Number(image.getAttribute("size"))]);
  return [...own, ...ribbon];
}

/** Width from the first chunk of a PNG; undefined for anything else. */
function pngSize(bytes: Uint8Array): number | undefined {
  const [widthAt, signature] = [16, "\x89PNG"];
  if (String.fromCharCode(...bytes.subarray(0, signature.length)) !== signature) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(widthAt);
}

function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const [broken] = document.getElementsByTagName("parsererror");
  if (broken) throw new Error(`manifest.xml is not well-formed: ${broken.textContent}`);
  return document;
}

function all(document: Document, localName: string): Element[] {
  return Array.from(document.getElementsByTagNameNS("*", localName));
}

function functionPoints(document: Document): Element[] {
  return all(document, "ExtensionPoint").filter((point) => point.getAttributeNS(xsi, "type") === "CustomFunctions");
}

function references(document: Document): Element[] {
  return all(document, "*").filter((element) => element.hasAttribute("resid"));
}

/** Every attribute that holds an address. */
function addresses(document: Document): Attr[] {
  return all(document, "*")
    .flatMap((element) => ["DefaultValue", "Value"].map((name) => element.getAttributeNode(name)))
    .filter((attribute): attribute is Attr => attribute !== null && /^[a-z]+:\/\//i.test(attribute.value));
}
