/** The local site's server: files of one folder, on loopback only. Not here: what is in the folder. */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { homedir } from "node:os";
import { extname, join, normalize, sep } from "node:path";

const loopback = "127.0.0.1";
/** The port that manifest.xml names: Excel loads add-ins over https only. */
export const securePort = 3443;

/** Excel on the web asks this machine from Microsoft's hosts (the last two: the cloud that 21Vianet runs). No other site may. */
const officeOrigin =
  /^https:\/\/([a-z0-9-]+\.)*(officeapps\.live\.com|office\.com|sharepoint\.com|cloud\.microsoft|office365\.cn|sharepoint\.cn)$/;
/** Names by which a browser on this machine reaches it; any other Host is another site's name pointed here. */
const ownHost = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ipynb": "application/x-ipynb+json; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".woff2": "font/woff2",
};

export interface Serving {
  readonly http: Server;
  readonly url: string;
  /** Present when this machine has a developer certificate that Excel can trust. */
  readonly secureUrl?: string;
  readonly close: () => void;
}

/** Serve a folder on http, and on https too when a developer certificate for localhost exists. */
export async function serve(folder: string, port: number): Promise<Serving> {
  const answer = (request: IncomingMessage, response: ServerResponse) => respond(folder, request, response);
  const http = createServer(answer);
  await listen(http, port);
  const { port: taken } = http.address() as { port: number };
  const secure = await serveSecurely(answer);
  return {
    http,
    url: `http://localhost:${taken}/`,
    ...(secure ? { secureUrl: `https://localhost:${securePort}/` } : {}),
    close: () => {
      http.close();
      secure?.close();
    },
  };
}

async function serveSecurely(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server | undefined> {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [key, cert] = [join(folder, "localhost.key"), join(folder, "localhost.crt")];
  if (!existsSync(key) || !existsSync(cert)) return undefined;
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
  await listen(server, securePort);
  return server;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const busy = error.code === "EADDRINUSE";
      reject(busy ? new Error(`port ${port} is in use; choose another with: npm start -- --port ${port + 1}`) : error);
    });
    server.listen(port, loopback, resolve);
  });
}

function respond(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const file = fileFor(folder, request.url ?? "/");
  if (!ownHost.test(request.headers.host ?? "")) refuse(response, 421, "This server answers to localhost only.");
  else if (request.method !== "GET" && request.method !== "HEAD") refuse(response, 405, "GET only.");
  else if (file === undefined) refuse(response, 404, "Not here. The start page is /");
  else send(file, request, response);
}

function send(file: string, { method, headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    Vary: "Origin",
    ...(origin !== undefined && officeOrigin.test(origin) ? { "Access-Control-Allow-Origin": origin } : {}),
  });
  if (method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${why}\n`);
}

/** The file that a path means, never outside the folder. */
function fileFor(folder: string, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  const target = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file;
  return existsSync(target) && statSync(target).isFile() ? target : undefined;
}
