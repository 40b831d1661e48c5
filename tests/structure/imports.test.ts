/** Who may import whom: addin → core ← notebooks, read from the import lines themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes(`dist${sep}`) && !name.includes("node_modules"))
    .map((name) => join(folder, name));
}

/** Every module that a file imports: packages by name, own files by their path from the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = [...text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|^import\s+"([^"]+)"/gm)];
  return found
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .map((name) => (name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)) : name));
}

const folderRules: readonly { folder: string; mayImport: (name: string) => boolean }[] = [
  { folder: "core", mayImport: (name) => name.startsWith(`core${sep}`) },
  { folder: "addin", mayImport: (name) => name === "soundings" || name.startsWith(`addin${sep}`) || !isOwn(name) },
  { folder: "notebooks/display", mayImport: (name) => name.startsWith("notebooks/display/") || !isOwn(name) },
  {
    folder: "notebooks/kernel",
    mayImport: (name) =>
      name.startsWith("notebooks/kernel/") || name === "@soundings/display" || name === "soundings" || !isOwn(name),
  },
  {
    folder: "notebooks/runner",
    mayImport: (name) => /^notebooks\/(runner|kernel)\//.test(name) || name === "soundings" || !isOwn(name),
  },
  // The page draws charts and cities in display's colours.
  {
    folder: "notebooks/page",
    mayImport: (name) => name.startsWith("notebooks/page/") || name === "@soundings/display" || !isOwn(name),
  },
];

function isOwn(name: string): boolean {
  return /^(core|addin|notebooks|cli|tests)\//.test(name) || name === "soundings" || name.startsWith("@soundings/");
}

describe.each(folderRules)("$folder", ({ folder, mayImport }) => {
  it("imports only what its place allows", () => {
    const offences = sources(folder).flatMap((file) =>
      imports(file)
        .filter((name) => !mayImport(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(offences).toEqual([]);
  });
});

describe("the import check", () => {
  it("reads real import lines", () => {
    expect(imports("core/land/hpi.ts")).toContain(`core${sep}definition.js`);
  });
});
