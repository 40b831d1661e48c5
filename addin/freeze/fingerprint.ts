/**
 * Fingerprints: eight hexadecimal digits that differ when values do. They find changes, and are no seal against forgery.
 * CRC-32 (as in zip and zlib) of the values' rows as JSON in UTF-8, made as anyone can make it again: a blank cell and an
 * empty text are "", an error is {"error":"#N/A"}, a number is as a spreadsheet keeps it, with fifteen digits.
 */
import type { Held } from "./book.js";

/** LibreOffice and WPS write files with fifteen digits: a value that went through them is still the same. */
const digitsKept = 15;

export function fingerprint(values: readonly (readonly Held[])[]): string {
  const rows = values.map((row) => row.map(kept));
  return crc32(new TextEncoder().encode(JSON.stringify(rows)))
    .toString(16)
    .padStart(8, "0");
}

/** Whether a spreadsheet's file would keep the two as the same. */
export function isSame(one: Held, other: Held): boolean {
  return JSON.stringify(kept(one)) === JSON.stringify(kept(other));
}

function kept(held: Held): Held {
  if (typeof held === "number") return Number(held.toPrecision(digitsKept)) + 0;
  return held ?? "";
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** As in zip files. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
