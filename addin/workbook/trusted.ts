/** A workbook that LibreOffice believes. The file library is given: pages load it when they first need it. */
import type { CFB as Library } from "xlsx";

/**
 * LibreOffice keeps stored texts only where Excel or itself wrote the file; of others it calculates anew, and knows no
 * HPI. SheetJS writes its own name there whatever one asks for.
 */
export function trusted(bytes: ArrayBuffer, CFB: typeof Library): Uint8Array<ArrayBuffer> {
  const archive = CFB.read(new Uint8Array(bytes), { type: "array" });
  const properties = CFB.find(archive, "/docProps/app.xml");
  if (!properties) throw new Error("the workbook has no docProps/app.xml");
  const text = new TextDecoder().decode(Uint8Array.from(properties.content as ArrayLike<number>));
  properties.content = [...new TextEncoder().encode(text.replace("<Application>SheetJS<", "<Application>Microsoft Excel<"))];
  properties.size = properties.content.length;
  return Uint8Array.from(
    CFB.write(archive, { type: "array", fileType: "zip", compression: true }) as unknown as ArrayLike<number>,
  );
}
