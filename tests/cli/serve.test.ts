/** The local server: this machine only, this folder only. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "../../cli/serve.js";

const outside = mkdtempSync(join(tmpdir(), "soundings-serve-"));
const folder = join(outside, "site");
let serving: Serving;
let port: number;

beforeAll(async () => {
  mkdirSync(join(folder, "functions"), { recursive: true });
  writeFileSync(join(folder, "functions", "index.html"), "<p>函数</p>");
  writeFileSync(join(outside, "secret.txt"), "secret");
  serving = await serve(folder, 0);
  port = (serving.http.address() as { port: number }).port;
});

afterAll(() => {
  serving.close();
  rmSync(outside, { recursive: true });
});

function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on("error", reject).end();
  });
}

describe("serve(folder, port)", () => {
  it("listens on loopback only", () => {
    expect(serving.http.address()).toMatchObject({ address: "127.0.0.1" });
  });

  it("serves a folder's index as UTF-8", async () => {
    expect(await get("/functions/")).toMatchObject({
      status: 200,
      body: "<p>函数</p>",
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  });

  it.each(["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%E0%A4%A", "/nothing"])(
    "does not leave its folder for %s",
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404 });
    },
  );

  it("refuses a request that reached it under another site's name", async () => {
    expect(await get("/functions/", { host: "evil.example" })).toMatchObject({ status: 421 });
  });

  it("lets Excel on the web read it, and no other site", async () => {
    const allowed = async (origin: string) => (await get("/functions/", { origin })).headers["access-control-allow-origin"];
    expect(await allowed("https://excel.officeapps.live.com")).toBe("https://excel.officeapps.live.com");
    expect(await allowed("https://officeapps.live.com.evil.example")).toBeUndefined();
  });
});
