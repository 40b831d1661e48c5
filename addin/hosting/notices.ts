/** The third-party notices: every package that went into a bundle, with its licence as the package itself states it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly homepage: string;
  /** The licence's own words, with the package's NOTICE if it has one; empty when it ships none. */
  readonly text: string;
}

const modules = `${sep}node_modules${sep}`;

/** Folders of the packages that some source files belong to. */
export function packagesOf(files: readonly string[]): string[] {
  const folders = files
    .filter((file) => file.includes(modules))
    .map((file) => {
      const start = file.lastIndexOf(modules) + modules.length;
      const [first = "", second = ""] = file.slice(start).split(sep);
      return file.slice(0, start) + (first.startsWith("@") ? join(first, second) : first);
    });
  return [...new Set(folders)].sort();
}

/**
 * The notices as one text: packages with the same licence text share it.
 * @throws Error for a package that says nothing of its licence: it must not be handed on
 */
export function thirdPartyNotices(folders: readonly string[]): string {
  const byText = new Map<string, Notice[]>();
  for (const notice of folders.map(noticeOf)) byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice]);
  const groups = [...byText].map(([text, notices]) => {
    const names = notices.map((n) => `${n.name} ${n.version} — ${n.license}${n.homepage === "" ? "" : ` — ${n.homepage}`}`);
    return `${names.join("\n")}\n\n${text === "" ? "(The package states this licence and ships no text of it.)" : text}`;
  });
  const line = "-".repeat(80);
  return `Soundings is under the MIT licence. The files here contain parts of these packages, under their own licences.

${groups.join(`\n\n${line}\n\n`)}
`;
}

function noticeOf(folder: string): Notice {
  const { name, version, license, homepage, repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name?: string;
    readonly version?: string;
    readonly license?: string | { readonly type: string };
    readonly homepage?: string;
    readonly repository?: string | { readonly url?: string };
  };
  const stated = typeof license === "object" ? license.type : license;
  const text = licenceText(folder);
  if (name === undefined || version === undefined || (stated === undefined && text === "")) {
    throw new Error(`${folder} does not say under which licence it is`);
  }
  const source = typeof repository === "object" ? repository.url : repository;
  const address = homepage ?? source ?? "";
  return { name, version, license: stated ?? "see below", homepage: /^(git\+)?https?:/.test(address) ? address : "", text };
}

function licenceText(folder: string): string {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)([._-].*)?$/i.test(name) && !/\.(js|ts|json)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}

/** The package's folder by one of its files, for packages that are copied rather than bundled. */
export function packageAbove(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error(`${file} is in no package`);
    folder = dirname(folder);
  }
  return folder;
}
