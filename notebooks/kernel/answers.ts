/**
 * Replies to the requests that run no code: kernel_info, completion, inspection, is_complete and the like.
 * Here: their contents. Not here: execution and sockets (server.ts).
 */
import type { Session } from "./session.js";
import { pinned, type Tslab } from "./tslab.js";
import { type Content, type Message, protocolVersion } from "./wire.js";

/** Content of the reply, or undefined for a request that this kernel does not know. */
export function answer({ header, content }: Message, session: Session, tslab: Tslab): Content | undefined {
  const code = String(content.code ?? "");
  const cursor = toCodeUnits(code, Number(content.cursor_pos ?? code.length));
  switch (header.msg_type) {
    case "kernel_info_request":
      return kernelInfo();
    case "is_complete_request":
      return isComplete(code, tslab);
    case "complete_request":
      return complete(code, cursor, session);
    case "inspect_request":
      return inspect(code, cursor, session, tslab);
    case "comm_info_request":
      return { status: "ok", comms: {} };
    case "history_request":
      return { status: "ok", history: [] };
    default:
      return undefined;
  }
}

/** As notebooks store it in their metadata. */
export const languageInfo = {
  name: "typescript",
  version: pinned.typescript,
  mimetype: "text/typescript",
  file_extension: ".ts",
  nbconvert_exporter: "script",
  pygments_lexer: "typescript",
  // JupyterLab reads the mode, the classic notebook name and typescript.
  codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
};

function kernelInfo(): Content {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "soundings",
    implementation_version: pinned.tslab,
    language_info: languageInfo,
    banner: `Soundings: TypeScript ${pinned.typescript} on tslab ${pinned.tslab}, Node ${process.versions.node}`,
    help_links: [],
  };
}

function isComplete(code: string, tslab: Tslab): Content {
  const { completed, indent = "" } = tslab.isCompleteCode(code);
  return completed ? { status: "complete" } : { status: "incomplete", indent };
}

function complete(code: string, cursor: number, session: Session): Content {
  const { start, end, candidates } = session.complete(code, cursor);
  const span = { cursor_start: toCodePoints(code, start), cursor_end: toCodePoints(code, end) };
  return { status: "ok", matches: candidates, ...span, metadata: {} };
}

function inspect(code: string, cursor: number, session: Session, tslab: Tslab): Content {
  const info = session.inspect(code, cursor);
  if (info === undefined) return { status: "ok", found: false, data: {}, metadata: {} };
  return { status: "ok", found: true, data: { "text/plain": tslab.printQuickInfo(info) }, metadata: {} };
}

/** Jupyter counts characters as code points, JavaScript as UTF-16 units; they part at 𠮷 or an emoji. */
export function toCodeUnits(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join("").length;
}

export function toCodePoints(text: string, codeUnits: number): number {
  return Array.from(text.slice(0, codeUnits)).length;
}
