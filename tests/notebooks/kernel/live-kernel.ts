/** One kernel for a test file, spoken to as Jupyter speaks to it. */
import { setTimeout as delay } from "node:timers/promises";
import { type Connection, type Content, kernelCommand, type Message } from "../../../notebooks/kernel/index.js";
import { KernelClient } from "../../../notebooks/runner/client.js";
import { createConnectionFile, type Transport } from "../../../notebooks/runner/connection.js";
import { KernelProcess } from "../../../notebooks/runner/kernel-process.js";

export interface Answer {
  readonly reply: Content;
  /** Published messages of the request, status excepted. */
  readonly published: readonly Message[];
}

/** A client that has heard the kernel. */
export interface Line {
  readonly client: KernelClient;
  readonly published: Message[];
  ask(type: string, content: Content, channel?: "shell" | "control"): Promise<Answer>;
}

export interface LiveKernel extends Line {
  readonly process: KernelProcess;
  execute(code: string, content?: Content): Promise<Answer>;
  stop(): Promise<void>;
}

export interface KernelOptions {
  readonly transport?: Transport;
  /** Options of Node itself, such as a small heap. */
  readonly nodeOptions?: readonly string[];
}

export async function startKernel(folder: string, { transport, nodeOptions = [] }: KernelOptions = {}): Promise<LiveKernel> {
  const file = await createConnectionFile(transport);
  const [node = "", ...rest] = kernelCommand(file.path);
  const kernel = new KernelProcess([node, ...nodeOptions, ...rest], folder);
  const line = await lineTo(file.connection);
  return {
    ...line,
    process: kernel,
    execute: (code, content = {}) => line.ask("execute_request", { code, silent: false, store_history: true, ...content }),
    stop: async () => {
      line.client.close();
      await kernel.end(0);
      file.remove();
    },
  };
}

/** Speaks to the kernel that answers at these sockets, as soon as it does. */
export async function lineTo(connection: Connection): Promise<Line> {
  const published: Message[] = [];
  const client = new KernelClient(
    connection,
    (message) => published.push(message),
    (error) => {
      throw error;
    },
  );
  await client.ready();
  const ask: Line["ask"] = async (type, content, channel) => {
    const { id, reply, idle } = client.request(type, content, channel);
    const [answer] = await Promise.all([reply, idle]);
    return { reply: answer, published: published.filter(({ parent }) => parent.msg_id === id) };
  };
  return { client, published, ask };
}

export function types({ published }: Answer): string[] {
  return published.map(({ header }) => header.msg_type);
}

export function contentOf({ published }: Answer, type: string): Content {
  return published.find(({ header }) => header.msg_type === type)?.content ?? {};
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function eventually(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const step = 25;
  for (let waited = 0; waited < milliseconds; waited += step) {
    if (condition()) return true;
    await delay(step);
  }
  return condition();
}
