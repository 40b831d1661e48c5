/**
 * The kernel's process: `node main.js CONNECTION_FILE`, as a kernelspec or the runner starts it.
 * Here: start and end of the process. Not here: anything that happens in between.
 */
import { readFileSync } from "node:fs";
import timers from "node:timers";
import { setTimeout as delay } from "node:timers/promises";
import { forgetCalls } from "./async-record.js";
import { createCellCompiler } from "./compiler.js";
import { startGuard } from "./guard.js";
import { restartImmediates, trackImmediates } from "./immediates.js";
import { offerOwnPackages } from "./own-packages.js";
import { Positions } from "./positions.js";
import { KernelServer } from "./server.js";
import { Session } from "./session.js";
import { routeOutput } from "./streams.js";
import type { Connection } from "./wire.js";

/** Timers and file reads of ended cells get this long at shutdown, so that their failures are still heard; ms. */
const lastWords = 500;
const lastWordsCheck = 20;
/** For the sockets to hand over what was sent; ms. */
const linger = 50;

/** When the compiler's code is kept for the next kernel: so long after the start (ms), and again after this many cells. */
const keepAfter = { start: 5000, cells: 8 };

const path = process.argv[2];
if (path === undefined) {
  console.error("usage: node main.js CONNECTION_FILE");
  process.exit(2);
}
await start(JSON.parse(readFileSync(path, "utf8")) as Connection);

async function start(connection: Connection): Promise<void> {
  const server = new KernelServer(connection);
  await server.listen();
  offerOwnPackages();
  const positions = new Positions();
  let session: Session | undefined;
  positions.install();
  trackImmediates([globalThis, timers]);
  const guard = startGuard({
    onInterrupt: () => session?.interrupt(),
    onEnd: (stack) => session?.noteEnd(stack),
    onEnded: () => {
      forgetCalls();
      restartImmediates();
      session?.reportEnds();
    },
  });
  const compiler = createCellCompiler(positions, guard.compiling);
  session = new Session(compiler, positions, process.cwd());
  hearUncaught(session);
  routeOutput(session, compiler.tslab);
  const { tslab } = compiler;
  const keepCode = () => tslab.keepCode(session.count < keepAfter.cells ? "start" : "use");
  setTimeout(() => void keepCode(), keepAfter.start).unref();
  server.serve({ session, tslab, settle, exit: () => exit(server, keepCode) });
}

function hearUncaught(session: Session): void {
  process.on("uncaughtException", (error) => session.uncaught(error));
  process.on("unhandledRejection", (reason) => session.uncaught(reason));
}

/** Live timers do not keep the kernel alive; they are only waited for a moment. */
async function settle(): Promise<void> {
  for (let waited = 0; waited < lastWords && workIsPending(); waited += lastWordsCheck) {
    await delay(lastWordsCheck, undefined, { ref: false });
  }
}

async function exit(server: KernelServer, keepCode: () => Promise<void>): Promise<never> {
  server.close();
  await Promise.all([delay(linger), keepCode()]);
  process.exit(0);
}

function workIsPending(): boolean {
  return process.getActiveResourcesInfo().some((kind) => /^(Timeout|Immediate|FSReq)/.test(kind));
}
