/**
 * The private place where one kernel and the runner meet: a connection file and its sockets.
 * Here: names, ports, permissions, removal. Not here: processes (kernel-process.ts) or messages (client.ts).
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, kernelName } from "../kernel/index.js";

export type Transport = Connection["transport"];

export interface ConnectionFile {
  readonly path: string;
  readonly connection: Connection;
  /** Removes the file and the sockets. */
  remove(): void;
}

/** Sockets on the file system are reachable for their owner only; Windows has none that zeromq can use. */
const defaultTransport: Transport = process.platform === "win32" ? "tcp" : "ipc";
const channels = 5;
const keyBytes = 32;
/** Bytes of a socket's path that every Unix takes; macOS has 104 with the final zero, Linux 108. */
const longestSocketPath = 103;

/** A runner that was killed left its folder; the number in its name may be a process that we cannot see; ms. */
const leftAfter = 3_600_000;

/** Folders of this process, which go when it exits in the middle of a run. */
const open = new Set<string>();

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}

/** Where the temporary folder's name is too long for a socket, the two meet on the loopback address instead. */
export async function createConnectionFile(wanted: Transport = defaultTransport): Promise<ConnectionFile> {
  removeLeftFolders();
  const folder = mkdtempSync(join(tmpdir(), `soundings-${process.pid}-`)); // mode 0700
  const isTooLong = Buffer.byteLength(join(folder, `kernel-${channels}`)) > longestSocketPath;
  const transport = isTooLong ? "tcp" : wanted;
  if (open.size === 0) process.once("exit", removeAll);
  open.add(folder);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    open.delete(folder);
    if (open.size === 0) process.off("exit", removeAll);
  };
  try {
    const ports = transport === "ipc" ? Array.from({ length: channels }, (_, index) => index + 1) : await freePorts(channels);
    const [shell_port = 0, iopub_port = 0, stdin_port = 0, control_port = 0, hb_port = 0] = ports;
    const connection: Connection = {
      transport,
      ip: transport === "ipc" ? join(folder, "kernel") : "127.0.0.1",
      ...{ shell_port, iopub_port, stdin_port, control_port, hb_port },
      key: randomBytes(keyBytes).toString("hex"),
      signature_scheme: "hmac-sha256",
      kernel_name: kernelName,
    };
    const path = join(folder, "connection.json");
    writeFileSync(path, JSON.stringify(connection), { mode: 0o600 });
    return { path, connection, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A process that is killed outright cannot remove its folder; the next run does. */
function removeLeftFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^soundings-(\d+)-\w{6}$/.exec(name)?.[1]);
    if (Number.isNaN(pid) || isThere(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).mtimeMs > leftAfter) rmSync(folder, { recursive: true });
    } catch {
      // Another user's, or removed by another run at this moment.
    }
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Ports that were free a moment ago on the loopback address; all are held until all are known. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening()));
  const ports = servers.map((server) => {
    const at = server.address();
    return typeof at === "object" && at !== null ? at.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listening(): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
