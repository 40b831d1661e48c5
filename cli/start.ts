/** `npm start`: run the notebooks, make their pages, build the add-in and the site, and serve it on this machine. */
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildSite, type Say } from "./build-site.js";
import { siteFolder } from "./root.js";
import { securePort, serve } from "./serve.js";

const defaultPort = 3000;
const usage = "soundings: start takes --once and --port NUMBER\n";

/** Build what changed; serve unless --once was given. */
export async function start(args: readonly string[]): Promise<number> {
  const options = parse(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const say: Say = (line) => process.stderr.write(`soundings: ${line}\n`);
  mkdirSync(siteFolder, { recursive: true });
  try {
    await buildSite(say);
    if (!options.once) await serveUntilStopped(options.port, say);
    else say(`built ${join(siteFolder, "index.html")}`);
    return 0;
  } catch (error) {
    say((error as Error).message);
    return 1;
  }
}

interface Options {
  readonly once: boolean;
  readonly port: number;
}

function parse(args: readonly string[]): Options | undefined {
  let [once, port] = [false, defaultPort];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--once") once = true;
    else if (args[i] === "--port") port = Number(args[++i]);
    else return undefined;
  }
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? { once, port } : undefined;
}

async function serveUntilStopped(port: number, say: Say): Promise<void> {
  const serving = await serve(siteFolder, port);
  say(`open ${serving.url}  (Ctrl-C stops)`);
  if (serving.secureUrl) say(`Excel reads the add-in from ${serving.secureUrl}`);
  else
    say(`for Excel: type "npx office-addin-dev-certs install" once, then start again; it will use port ${securePort} over https`);
  const stop = () => serving.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  await once(serving.http, "close");
}
