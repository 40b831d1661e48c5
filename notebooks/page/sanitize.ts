/**
 * Makes HTML and SVG of a notebook harmless: what remains can show something, and nothing else.
 * No script, no event handler, no javascript: link, no form or frame; no style sheet, and of inline styles only what
 * cannot cover or hide the page; nothing that is fetched. Ids go too, since the page makes its own.
 */
import createDOMPurify, { type Config, type DOMPurify } from "dompurify";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>");

/** The document in which the page's pieces are put together. */
export const document = window.document;

/** Inline styles that a cell's HTML may have: none that takes an element out of its place. */
const htmlProperties = new Set([
  "background-color",
  "border",
  "border-bottom",
  "border-collapse",
  "border-left",
  "border-right",
  "border-top",
  "color",
  "font-size",
  "font-style",
  "font-variant-numeric",
  "font-weight",
  "max-width",
  "min-width",
  "padding",
  "text-align",
  "text-decoration",
  "vertical-align",
  "white-space",
  "width",
]);

/** Inline styles that plotly writes. */
const svgProperties =
  /^(?:fill|stroke|font|text|opacity|stop|vector-effect|white-space|shape-rendering|image-rendering|marker|paint-order)/;

/** A value that fetches, calculates with the viewport, or is not a plain value. */
const unsafeValue = /url\((?!['"]?#)|expression|image-set|@import|\\|\d+v[whb]|-\d/i;

/** Pixels of a length in each unit, about. */
const pixelsPer: Readonly<Record<string, number>> = {
  px: 1,
  pt: 1.34,
  pc: 16,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  cm: 38,
  mm: 3.8,
  in: 96,
};

/** Most pixels that a length may have: beyond it one output would push the others away. */
function mostPixels(property: string): number {
  if (/width/.test(property)) return 1200;
  return property === "font-size" ? 48 : 64;
}

const sized = /^(?:padding|width|m[ai][xn]-width|font-size|border(?:-(?:top|right|bottom|left))?)$/;

/** Whether the lengths in a value are ones that a page can bear; words and colours always are. */
function isBearable(property: string, value: string): boolean {
  if (!sized.test(property)) return true;
  const plain = value.replace(/#[0-9a-f]+|rgba?\([^)]*\)|hsla?\([^)]*\)/gi, " ");
  if (/\de[-+]?\d|[()]/i.test(plain)) return false;
  return [...plain.matchAll(/(\d*\.?\d+)\s*(%|[a-z]*)/gi)].every(([, number, unit = ""]) => {
    if (unit === "%") return Number(number) <= (property === "font-size" ? 300 : 100);
    return (
      Number(number) * (pixelsPer[unit.toLowerCase()] ?? Number.POSITIVE_INFINITY) <= mostPixels(property) || Number(number) === 0
    );
  });
}

function cleanStyle(style: string, isAllowed: (property: string, value: string) => boolean): string {
  const declarations = style.split(";").map((declaration) => {
    const [property = "", ...rest] = declaration.split(":");
    return { property: property.trim().toLowerCase(), value: rest.join(":").trim() };
  });
  const kept = declarations.filter(
    ({ property, value }) => property !== "" && isAllowed(property, value) && !unsafeValue.test(value),
  );
  return kept.map(({ property, value }) => `${property}: ${value}`).join("; ");
}

const harmlessLink = /^(?:https?:|mailto:|#)/i;
const pictureData = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

type Rule = (name: string, value: string, element: Element) => string | undefined;

/** A DOMPurify whose every attribute passes `rule`: it returns the value to keep, or undefined to drop it. */
function purifier(rule: Rule): DOMPurify {
  const purify = createDOMPurify(window);
  purify.addHook("uponSanitizeAttribute", (element, event) => {
    const kept = rule(event.attrName, event.attrValue, element);
    if (kept === undefined) event.keepAttr = false;
    else event.attrValue = kept;
  });
  return purify;
}

/** Attributes of old HTML that give a length in pixels. */
const lengthAttributes: ReadonlySet<string> = new Set(["width", "height"]);

const htmlPurifier = purifier((name, value, element) => {
  if (name === "id" || name === "name" || name === "for") return undefined;
  if (name === "style") return cleanStyle(value, (property, own) => htmlProperties.has(property) && isBearable(property, own));
  // The page's own classes could place an element anywhere; those of the display package are meant for it.
  if (name === "class")
    return value
      .split(/\s+/)
      .filter((word) => word.startsWith("snd-"))
      .join(" ");
  if (name === "href") return harmlessLink.test(value) ? value : undefined;
  if (name === "src") return element.tagName === "IMG" && pictureData.test(value) ? value : undefined;
  if (lengthAttributes.has(name)) return Number.parseFloat(value) <= mostPixels("width") ? value : undefined;
  if (name.startsWith("data-")) return name === "data-lang" ? value : undefined;
  return value;
});

const htmlConfig: Config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    "style",
    "form",
    "input",
    "button",
    "select",
    "textarea",
    "option",
    "dialog",
    "video",
    "audio",
    "source",
    "map",
    "marquee",
    "font",
  ],
  FORBID_ATTR: [
    "srcset",
    "background",
    "poster",
    "target",
    "tabindex",
    "contenteditable",
    "autofocus",
    "popover",
    "cellpadding",
    "cellspacing",
    "hspace",
    "vspace",
    "border",
  ],
};

/** HTML of a cell, harmless. */
export function sanitizeHtml(html: string): string {
  return htmlPurifier.sanitize(html, htmlConfig);
}

const svgPurifier = purifier((name, value, element) => {
  if (name === "style") return cleanStyle(value, (property) => svgProperties.test(property));
  if (name === "href" || name === "xlink:href") {
    const isPicture = element.tagName.toLowerCase() === "image" && /^data:image\/(?:png|jpeg);/i.test(value);
    return isPicture || value.startsWith("#") ? value : undefined;
  }
  return unsafeValue.test(value) && /url|@|\\/i.test(value) ? undefined : value;
});

const svgConfig: Config = {
  USE_PROFILES: { svg: true, svgFilters: true },
  FORBID_TAGS: ["style", "a", "foreignObject", "animate", "animateTransform", "animateMotion", "set"],
  FORBID_ATTR: ["tabindex"],
};

/** An SVG picture, harmless; empty if there is none in it. Its ids get `prefix`, so that two pictures keep apart. */
export function sanitizeSvg(svg: string, prefix: string): string {
  const clean = svgPurifier.sanitize(svg, svgConfig);
  return clean.replace(/(\sid="|url\(#|url\(&quot;#|url\('#|href="#)/g, `$1${prefix}`);
}

/** A piece of harmless HTML as nodes of the page's document. */
export function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** The markup of a fragment. */
export function markupOf(fragment: DocumentFragment): string {
  const holder = document.createElement("div");
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML;
}
