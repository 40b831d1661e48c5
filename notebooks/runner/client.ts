/**
 * The runner's end of the Jupyter protocol: requests, replies, and what the kernel publishes.
 * Here: sockets and messages. Not here: what a reply means for the run (run.ts).
 */
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { Dealer, Subscriber } from "zeromq";
import { address, type Connection, type Content, decode, encode, header, type Message } from "../kernel/index.js";

/** The sockets are there before the kernel is; how often they try again, in milliseconds. */
const reconnectInterval = 15;
/** A kernel that answers but is not heard publishing yet is asked again after this long, in milliseconds. */
const askAgain = 40;

export interface Request {
  readonly id: string;
  readonly reply: Promise<Content>;
  /** Settles when the kernel has published everything that the request caused. */
  readonly idle: Promise<void>;
}

interface Pending {
  readonly reply: (content: Content) => void;
  readonly idle: () => void;
}

export class KernelClient {
  readonly #connection: Connection;
  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0, reconnectInterval });
  readonly #control = new Dealer({ linger: 0, reconnectInterval });
  readonly #iopub = new Subscriber({ linger: 0, reconnectInterval, receiveHighWaterMark: 0 });
  readonly #pending = new Map<string, Pending>();
  readonly #onOutput: (message: Message) => void;

  /**
   * `onOutput` gets every published message but status, also those of requests that have been answered.
   * `onFault` hears of a message that cannot be read; nothing is received after it.
   */
  constructor(connection: Connection, onOutput: (message: Message) => void, onFault: (error: unknown) => void) {
    this.#connection = connection;
    this.#onOutput = onOutput;
    this.#shell.connect(address(connection, "shell"));
    this.#control.connect(address(connection, "control"));
    this.#iopub.connect(address(connection, "iopub"));
    this.#iopub.subscribe();
    this.#receive(this.#shell, (message) => this.#replied(message)).catch(onFault);
    this.#receive(this.#control, (message) => this.#replied(message)).catch(onFault);
    this.#receive(this.#iopub, (message) => this.#published(message)).catch(onFault);
  }

  /** Asks until an answer and its idle status are both heard: only then is no output of the first cell lost. */
  async ready(): Promise<Content> {
    for (;;) {
      const { reply, idle } = this.request("kernel_info_request", {});
      const info = await reply;
      const heard = await Promise.race([idle.then(() => true), delay(askAgain, false)]);
      if (heard) return info;
    }
  }

  request(type: string, content: Content, channel: "shell" | "control" = "shell"): Request {
    const head = header(type, this.#session);
    const id = head.msg_id;
    let pending: Pending | undefined;
    let idle: Promise<void> = Promise.resolve();
    const reply = new Promise<Content>((onReply) => {
      idle = new Promise((onIdle) => {
        pending = { reply: onReply, idle: onIdle };
      });
    });
    if (pending !== undefined) this.#pending.set(id, pending);
    const socket = channel === "shell" ? this.#shell : this.#control;
    void socket.send(encode({ identities: [], header: head, parent: {}, metadata: {}, content }, this.#connection.key));
    return { id, reply, idle };
  }

  close(): void {
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
  }

  async #receive(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    for await (const frames of socket) take(decode(frames, this.#connection.key));
  }

  #replied({ parent, content }: Message): void {
    this.#pending.get(parent.msg_id ?? "")?.reply(content);
  }

  #published(message: Message): void {
    const { header, parent, content } = message;
    if (header.msg_type !== "status") this.#onOutput(message);
    else if (content.execution_state === "idle") this.#pending.get(parent.msg_id ?? "")?.idle();
  }
}
