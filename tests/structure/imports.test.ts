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
  return [...imported(file), ...found(file, /import\("([^"]+)"\)/g)];
}

/** Those at its head, without what it loads when it is wanted. */
function imported(file: string): string[] {
  return found(file, /^\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm);
}

function found(file: string, pattern: RegExp): string[] {
  return [...readFileSync(join(root, file), "utf8").matchAll(pattern)]
    .map((match) => match[1] ?? match[2] ?? "")
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

/** The files of a way back to the first of them; undefined where every file comes before those that import it. */
function circleIn(files: readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const circleFrom = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const name of imported(file).map((path) => path.replace(/\.js$/, ".ts"))) {
      const circle = files.includes(name) ? circleFrom(name, [...way, file]) : undefined;
      if (circle) return circle;
    }
    return undefined;
  };
  for (const file of files) {
    const circle = circleFrom(file, []);
    if (circle) return circle;
  }
  return undefined;
}

describe.each(["core", "addin"])("%s", (folder) => {
  it("has no file that imports itself by way of others, not for a type either", () => {
    expect(circleIn(sources(folder))).toBeUndefined();
  });
});

describe("the import check", () => {
  it("reads real import lines", () => {
    expect(imports("core/land/hpi.ts")).toContain(`core${sep}definition.js`);
  });
});
