/** The little of XML that a workbook's parts take: tags with their attributes, in the order in which they stand. */

export type Attributes = Readonly<Record<string, string | undefined>>;

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Tags of a name, whatever prefix their namespace has. */
export function* tags(xml: string, name: string): Generator<Attributes> {
  const tag = new RegExp(`<(?:\\w+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, "g");
  for (const [, inside = ""] of xml.matchAll(tag)) {
    yield Object.fromEntries(
      Array.from(inside.matchAll(attribute), ([, key = "", double, single]) => [key, unescaped(double ?? single ?? "")]),
    );
  }
}

/** Elements of a name that have contents: attributes, and what stands between their tags. */
export function* elements(xml: string, name: string): Generator<{ readonly attributes: Attributes; readonly inside: string }> {
  const element = new RegExp(`(<(?:\\w+:)?${name}(?:\\s[^>]*)?(?<!/)>)([\\s\\S]*?)</(?:\\w+:)?${name}>`, "g");
  for (const [, start = "", inside = ""] of xml.matchAll(element)) {
    for (const attributes of tags(start, name)) yield { attributes, inside };
  }
}

/** What stands inside each element of a name; "" in an empty one. */
export function* contents(xml: string, name: string): Generator<string> {
  const element = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, "g");
  for (const [, inside = ""] of xml.matchAll(element)) yield inside;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name = "") => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return Number.isNaN(code) ? (entities[name] ?? all) : code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
