/**
 * From a line of the JavaScript that ran back to the line that the user wrote.
 * Here: source maps by script name, and stack traces in the user's lines. Not here: what becomes of an error.
 */
import { SourceMap } from "node:module";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** How one script came about: maps from last to first, and the lines that stand before the code at either end. */
export interface Origin {
  readonly shownAs: string;
  readonly maps: readonly SourceMap[];
  /** Lines before the mapped code in the script that ran. */
  readonly linesBefore: number;
  /** Lines before the user's code in the source of the first map. */
  readonly sourceLinesBefore: number;
}

const inlineMap = /\n\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;

/** Splits compiler output into code and its inline source map. */
export function splitInlineMap(code: string): { code: string; map: SourceMap | undefined } {
  const found = inlineMap.exec(code);
  if (found?.[1] === undefined) return { code, map: undefined };
  return { code: code.slice(0, found.index + 1), map: parseMap(Buffer.from(found[1], "base64").toString("utf8")) };
}

export function parseMap(json: string): SourceMap {
  return new SourceMap(JSON.parse(json));
}

export class Positions {
  readonly #origins = new Map<string, Origin>();

  /** Registers a script under the name that V8 writes into stack frames. */
  add(script: string, origin: Origin): void {
    this.#origins.set(script, origin);
  }

  /** The user's position, or undefined for code that the compiler added. */
  original(script: string, at: Position): Position | undefined {
    const origin = this.#origins.get(script);
    if (origin === undefined) return undefined;
    let line = at.line - 1 - origin.linesBefore;
    let column = at.column - 1;
    for (const map of origin.maps) {
      const entry = map.findEntry(line, column);
      if (!("originalLine" in entry) || entry.generatedLine !== line) return undefined;
      line = entry.originalLine;
      column = entry.originalColumn;
    }
    const userLine = line - origin.sourceLinesBefore;
    return userLine < 0 ? undefined : { line: userLine + 1, column: column + 1 };
  }

  shownAs(script: string): string | undefined {
    return this.#origins.get(script)?.shownAs;
  }

  /** Makes every stack trace of the process speak of the user's lines, also those that a cell prints itself. */
  install(): void {
    Error.prepareStackTrace = (error, sites) => [headline(error), ...this.#frames(sites)].join("\n    at ");
  }

  /** Frames in the user's lines; what called the outermost user frame is the kernel and is left out. */
  #frames(sites: readonly NodeJS.CallSite[]): string[] {
    const frames: string[] = [];
    let userFrames = 0;
    for (const site of sites) {
      const script = site.getScriptNameOrSourceURL() ?? "";
      const place = this.#place(site, script);
      if (place === undefined) continue;
      frames.push(frameText(site, script, place));
      if (this.shownAs(script) !== undefined) userFrames = frames.length;
    }
    return userFrames > 0 ? frames.slice(0, userFrames) : frames;
  }

  /** Script, line and column as they are shown; undefined for a line that the compiler added. */
  #place(site: NodeJS.CallSite, script: string): string | undefined {
    const seen = { line: site.getLineNumber() ?? 0, column: site.getColumnNumber() ?? 0 };
    const shown = this.shownAs(script);
    const at = shown === undefined ? seen : this.original(script, seen);
    return at === undefined ? undefined : `${nearPath(shown ?? script)}:${at.line}:${at.column}`;
  }
}

/** V8's text of a frame with the place that is shown in the place of the one that ran. */
function frameText(site: NodeJS.CallSite, script: string, place: string): string {
  const text = String(site).replace(`${script}:${site.getLineNumber()}:${site.getColumnNumber()}`, place);
  // Whatever an earlier cell declared or imported is called through tslab's proxy; users have never heard of it.
  return text.replace(/^(async )?Proxy\./, "$1");
}

/** Paths from the notebook's folder: a notebook's outputs must not depend on where the checkout lies. */
function nearPath(script: string): string {
  const path = script.startsWith("file:") ? fileURLToPath(script) : script;
  return isAbsolute(path) ? relative(process.cwd(), path) : script;
}

function headline(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error"; // a getter of the user's error class threw
  }
}
