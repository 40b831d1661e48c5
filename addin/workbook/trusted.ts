/** A written workbook with some of its parts written anew. The file library is given: pages load it when they first need it. */
import type { CFB as Library } from "xlsx";

/** What becomes of a part of the file, by its path. */
export type Parts = Readonly<Record<string, (xml: string) => string>>;

/**
 * The workbook as LibreOffice believes it. It keeps stored texts only where Excel or itself wrote the file; of others it
 * calculates anew, and knows no HPI. SheetJS writes its own name there whatever one asks for.
 * @param others parts to be changed besides
 */
export function trusted(bytes: ArrayBuffer, CFB: typeof Library, others: Parts = {}): Uint8Array<ArrayBuffer> {
  const archive = CFB.read(new Uint8Array(bytes), { type: "array" });
  const parts: Parts = {
    ...others,
    "/docProps/app.xml": (xml) => xml.replace("<Application>SheetJS<", "<Application>Microsoft Excel<"),
  };
  for (const [path, change] of Object.entries(parts)) {
    const part = CFB.find(archive, path);
    if (!part) throw new Error(`the workbook has no ${path}`);
    const text = new TextDecoder().decode(Uint8Array.from(part.content as ArrayLike<number>));
    part.content = new TextEncoder().encode(change(text));
    part.size = part.content.length;
  }
  return Uint8Array.from(
    CFB.write(archive, { type: "array", fileType: "zip", compression: true }) as unknown as ArrayLike<number>,
  );
}
