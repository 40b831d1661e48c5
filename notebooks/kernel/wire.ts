/**
 * Jupyter messages on the wire: frames, signatures, headers, the connection file. Used by both ends.
 * Here: encoding and checking. Not here: sockets (server.ts, runner/client.ts) or the meaning of any message.
 */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The contents of a connection file, as Jupyter writes it. */
export interface Connection {
  readonly transport: "ipc" | "tcp";
  /** Address for tcp; for ipc the path to which "-1", "-2" … are appended. */
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: string;
  readonly kernel_name?: string;
}

export type Channel = "shell" | "iopub" | "stdin" | "control" | "hb";

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

export type Content = Readonly<Record<string, unknown>>;

export interface Message {
  /** Routing frames of the sender; empty at a client. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly parent: Partial<Header>;
  readonly metadata: Content;
  readonly content: Content;
}

export const protocolVersion = "5.3";
const delimiter = Buffer.from("<IDS|MSG>");
/** Frames after the signature: header, parent header, metadata, content. */
const bodyFrames = 4;

/** Socket address of a channel. For ipc Jupyter joins path and port with a hyphen, for tcp with a colon. */
export function address(connection: Connection, channel: Channel): string {
  const port = connection[`${channel}_port`];
  return connection.transport === "ipc" ? `ipc://${connection.ip}-${port}` : `tcp://${connection.ip}:${port}`;
}

export function header(type: string, session: string): Header {
  const date = new Date().toISOString();
  return { msg_id: randomUUID(), msg_type: type, session, username: "soundings", date, version: protocolVersion };
}

export function encode(message: Message, key: string): Buffer[] {
  const body = [message.header, message.parent, message.metadata, message.content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  );
  return [...message.identities, delimiter, Buffer.from(sign(body, key)), ...body];
}

/** @throws Error when a frame is missing, is not JSON, or the signature is wrong */
export function decode(frames: readonly Buffer[], key: string): Message {
  const at = frames.findIndex((frame) => frame.equals(delimiter));
  const body = frames.slice(at + 2, at + 2 + bodyFrames);
  const [head, parent, metadata, content] = body;
  const signature = frames[at + 1];
  if (at < 0 || !signature || !head || !parent || !metadata || !content) throw new Error("a Jupyter message lacks frames");
  const wanted = Buffer.from(sign(body, key));
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) {
    throw new Error("a Jupyter message is not signed with the connection's key");
  }
  return {
    identities: frames.slice(0, at),
    header: json(head) as Header,
    parent: json(parent) as Partial<Header>,
    metadata: json(metadata) as Content,
    content: json(content) as Content,
  };
}

/** Jupyter leaves the signature empty when the connection has no key. */
function sign(body: readonly Buffer[], key: string): string {
  if (key === "") return "";
  const hash = createHmac("sha256", key);
  for (const frame of body) hash.update(frame);
  return hash.digest("hex");
}

function json(frame: Buffer): unknown {
  return JSON.parse(frame.toString("utf8"));
}
