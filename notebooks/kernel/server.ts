/**
 * The kernel's end of the Jupyter protocol: sockets, requests in turn, replies, status.
 * Here: messages. Not here: what running a cell means (session.ts).
 */
import { setTimeout as delay } from "node:timers/promises";
import { Publisher, Reply, Router } from "zeromq";
import { answer } from "./answers.js";
import { bounded, boundedFailure } from "./bounded.js";
import type { Failure } from "./failure.js";
import { nextTurn } from "./immediates.js";
import type { CellOutput, CellRequest, Session } from "./session.js";
import type { Tslab } from "./tslab.js";
import {
  address,
  type Channel,
  type Connection,
  type Content,
  decode,
  encode,
  type Header,
  header,
  type Message,
} from "./wire.js";

/** What the server needs once the session is ready; sockets open before that. */
export interface Kernel {
  readonly session: Session;
  readonly tslab: Tslab;
  /** Waits a moment for what ended cells still have running, so that their failures are heard. */
  readonly settle: () => Promise<void>;
  /** Ends the process after the last message has left. */
  readonly exit: () => Promise<void>;
}

/** Turns of the event loop without a new request after which none is on its way. */
const quietTurns = 3;
/** On a busy machine a request that was sent with the failing one is still with the system's threads then; ms. */
const quiet = 15;

const aborted: Content = { status: "aborted" };

interface Queued {
  readonly message: Message;
  aborted: boolean;
}

export class KernelServer {
  readonly #connection: Connection;
  readonly #shell = new Router();
  readonly #control = new Router();
  readonly #stdin = new Router();
  readonly #iopub = new Publisher();
  readonly #heartbeat = new Reply();
  #kernel: Kernel | undefined;
  readonly #queue: Queued[] = [];
  #working = false;

  constructor(connection: Connection) {
    this.#connection = connection;
    // Both defaults lose output: the mark drops what is printed faster than it is read; and without a time-out of 0
    // zeromq.js takes 512 messages in one turn of the event loop and throws for the next, which console.log swallows.
    this.#iopub.sendHighWaterMark = 0;
    this.#iopub.sendTimeout = 0;
  }

  async listen(): Promise<void> {
    const bind = (socket: { bind(to: string): Promise<void> }, channel: Channel) =>
      socket.bind(address(this.#connection, channel));
    await Promise.all([
      bind(this.#shell, "shell"),
      bind(this.#control, "control"),
      bind(this.#stdin, "stdin"),
      bind(this.#iopub, "iopub"),
      bind(this.#heartbeat, "hb"),
    ]);
  }

  /** Starts to answer. */
  serve(kernel: Kernel): void {
    this.#kernel = kernel;
    this.#publish("status", { execution_state: "starting" }, {});
    void this.#receive(this.#shell, (message) => this.#enqueue(message));
    void this.#receive(this.#control, (message) => void this.#handle(this.#control, { message, aborted: false }));
    void this.#echo();
  }

  close(): void {
    for (const socket of [this.#shell, this.#control, this.#stdin, this.#iopub, this.#heartbeat]) socket.close();
  }

  async #receive(socket: Router, take: (message: Message) => void): Promise<void> {
    for await (const frames of socket) {
      try {
        take(decode(frames, this.#connection.key));
      } catch (error) {
        this.#complain(error);
      }
    }
  }

  /** A message that cannot be read is nobody's cell: it is said where the kernel was started. */
  #complain(error: unknown): void {
    process.emitWarning(`dropped a message: ${error instanceof Error ? error.message : String(error)}`);
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }

  #enqueue(message: Message): void {
    this.#queue.push({ message, aborted: false });
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) await this.#handle(this.#shell, next);
    this.#working = false;
  }

  async #handle(socket: Router, request: Queued): Promise<void> {
    const { message } = request;
    this.#publish("status", { execution_state: "busy" }, message.header);
    try {
      const content = request.aborted ? aborted : await this.#answer(message);
      if (content !== undefined) await this.#reply(socket, message, content);
    } catch (error) {
      await this.#reply(socket, message, errorContent(unexpected(error)));
    } finally {
      this.#publish("status", { execution_state: "idle" }, message.header);
    }
    if (message.header.msg_type === "shutdown_request") await this.#kernel?.exit();
  }

  /** The reply's content, or undefined for a request that this kernel does not know. */
  async #answer(message: Message): Promise<Content | undefined> {
    if (this.#kernel === undefined) return undefined;
    const { session, tslab } = this.#kernel;
    switch (message.header.msg_type) {
      case "execute_request":
        return this.#execute(session, message);
      case "interrupt_request":
        session.interrupt();
        return { status: "ok" };
      case "shutdown_request":
        await this.#kernel.settle();
        return { status: "ok", restart: message.content.restart === true };
      default:
        return answer(message, session, tslab);
    }
  }

  async #execute(session: Session, message: Message): Promise<Content> {
    const { content } = message;
    const request: CellRequest = {
      code: String(content.code ?? ""),
      silent: content.silent === true,
      storeHistory: content.store_history !== false,
    };
    const output = this.#outputOf(message);
    if (!request.silent) {
      const input = { code: request.code, execution_count: session.nextCount(request) };
      this.#publish("execute_input", input, message.header);
    }
    const { count, failure } = await session.execute(request, output);
    if (failure === undefined) return { status: "ok", execution_count: count, user_expressions: {}, payload: [] };
    if (content.stop_on_error !== false) await this.#abortQueued();
    output.error(failure);
    return { ...errorContent(failure), execution_count: count };
  }

  /**
   * What was asked for before the failure is known is not run. A synchronous cell keeps the sockets from being
   * read, so they are read out first; what is asked for after the reply runs as usual.
   */
  async #abortQueued(): Promise<void> {
    for (let seen = -1; seen !== this.#queue.length; ) {
      seen = this.#queue.length;
      for (let turn = 0; turn < quietTurns; turn++) await nextTurn();
      await delay(quiet);
    }
    for (const request of this.#queue) request.aborted = request.message.header.msg_type === "execute_request";
  }

  #outputOf({ header: parent }: Message): CellOutput {
    return bounded({
      stream: (name, text) => this.#publish("stream", { name, text }, parent),
      display: (data, { metadata = {}, displayId, update = false }) => {
        const transient = displayId === undefined ? {} : { display_id: displayId };
        this.#publish(update ? "update_display_data" : "display_data", { data, metadata, transient }, parent);
      },
      result: (data, count) => this.#publish("execute_result", { data, metadata: {}, execution_count: count }, parent),
      error: (failure) => {
        const { ename, evalue, traceback, at } = failure;
        // The place goes beside the content: nbformat allows an error output these three fields and no other.
        this.#publish("error", { ename, evalue, traceback }, parent, at === undefined ? {} : { soundings: at });
      },
    });
  }

  async #reply(socket: Router, to: Message, content: Content): Promise<void> {
    const type = to.header.msg_type.replace(/_request$/, "_reply");
    const reply = {
      identities: to.identities,
      header: header(type, to.header.session),
      parent: to.header,
      metadata: {},
      content,
    };
    await socket.send(encode(reply, this.#connection.key));
  }

  #publish(type: string, content: Content, parent: Partial<Header>, metadata: Content = {}): void {
    const topic = Buffer.from(type);
    const message = { identities: [topic], header: header(type, parent.session ?? ""), parent, metadata, content };
    this.#iopub.send(encode(message, this.#connection.key)).catch((error) => this.#complain(error));
  }
}

function errorContent(failure: Failure): Content {
  const { ename, evalue, traceback } = boundedFailure(failure);
  return { status: "error", ename, evalue, traceback };
}

/** A request that made the kernel itself throw, such as completion in code that the compiler chokes on. */
function unexpected(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: [`${name}: ${message}`] };
}
