/** JupyterLab of PyPI, driven in Chromium as a person would: run all, complete, see a chart, interrupt, restart. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../browser.js";
import { jupyterHome, needs, type Peers, preparePeers } from "./environment.js";
import { cellCount, peerNotebook } from "./notebook.js";

const preparation = 600_000;
const patience = 240_000;
const slow = { timeout: 120_000 };

const home = jupyterHome();
const token = randomBytes(16).toString("hex");
let peers: Peers;
let server: ChildProcess | undefined;
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  peers = preparePeers();
  if (peers.missing !== undefined) return;
  peerNotebook(home.folder);
  const [lab, started] = await Promise.all([startLab(), launch()]);
  browser = started;
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  await page.goto(`${lab}/lab/tree/peer.ipynb?token=${token}`, slow);
  await page
    .locator(".jp-CodeCell")
    .nth(cellCount - 1)
    .waitFor(slow);
  // Cells that are run before the kernel has answered stay where they are.
  await page.getByText("Soundings (TypeScript) | Idle").waitFor(slow);
}, preparation);

afterAll(async () => {
  await browser?.close();
  if (server !== undefined && server.exitCode === null) {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
  home.remove();
});

/** Starts the server on a free port of the loopback address and returns its address once it listens. */
function startLab(): Promise<string> {
  const args = ["lab", "--no-browser", "--ip=127.0.0.1", "--port=0", `--IdentityProvider.token=${token}`];
  const news = ["--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"];
  const program = peers.program("jupyter");
  const root = process.getuid?.() === 0 ? ["--allow-root"] : [];
  const child = spawn(program, [...args, ...news, ...root, `--ServerApp.root_dir=${home.folder}`], {
    cwd: home.folder,
    env: { ...home.env, PATH: `${join(program, "..")}:${process.env.PATH}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  server = child;
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      log += chunk;
      const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(log)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`jupyter lab ended with ${code}: ${log}`)));
  });
}

async function command(menu: string, item: string): Promise<void> {
  await page.locator(".lm-MenuBar-itemLabel", { hasText: new RegExp(`^${menu}$`) }).click(slow);
  await page
    .locator(".lm-Menu-itemLabel", { hasText: new RegExp(`^${item}`) })
    .first()
    .click(slow);
}

/** Types into a new cell at the end and leaves the caret there. */
async function typeAtEnd(code: string): Promise<void> {
  await page.locator(".jp-CodeCell").last().locator(".cm-content").click(slow);
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.type(code);
}

const prompts = () => page.locator(".jp-CodeCell .jp-InputPrompt").allInnerTexts();
const lastPrompt = () => page.locator(".jp-CodeCell .jp-InputPrompt").last();

describe("JupyterLab", () => {
  it(
    "runs all cells of the notebook, in order",
    async (context) => {
      needs(context, peers.missing);
      await command("Run", "Run All Cells");
      await expect.poll(prompts, slow).toEqual(Array.from({ length: cellCount }, (_, index) => `[${index + 1}]:`));
      expect(await page.locator(".jp-CodeCell").nth(2).locator(".jp-OutputArea-output").innerText()).toBe("60");
      expect(await page.locator('[data-mime-type="application/vnd.jupyter.error"]').count()).toBe(0);
    },
    patience,
  );

  it(
    "shows a data frame as a table and a chart as a picture",
    async (context) => {
      needs(context, peers.missing);
      const output = (index: number) => page.locator(".jp-CodeCell").nth(index).locator(".jp-OutputArea-output");
      expect(await output(5).locator("table").innerText()).toContain("郑州");
      const picture = output(6).locator("svg, img").first();
      await picture.scrollIntoViewIfNeeded(slow);
      const box = await picture.boundingBox();
      expect(box?.width).toBeGreaterThan(200);
      expect(box?.height).toBeGreaterThan(100);
      writeFileSync(join(home.folder, "lab.png"), await page.screenshot());
    },
    patience,
  );

  it(
    "completes a name of an earlier cell",
    async (context) => {
      needs(context, peers.missing);
      await typeAtEnd("lots.entr");
      await page.keyboard.press("Tab");
      // With a single match JupyterLab offers it in its list, and Enter takes it.
      await page.locator(".jp-Completer-item", { hasText: "entries" }).waitFor(slow);
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator(".jp-CodeCell").last().locator(".cm-content").innerText(), slow).toBe("lots.entries");
    },
    patience,
  );

  it(
    "interrupts an endless loop and runs the next cell",
    async (context) => {
      needs(context, peers.missing);
      await typeAtEnd('console.log("looping"); await null; for (;;) {}');
      await page.keyboard.press("Control+Enter");
      await expect.poll(() => lastPrompt().innerText(), slow).toBe("[*]:");
      await page.waitForTimeout(2000);
      await command("Kernel", "Interrupt Kernel");
      await expect.poll(() => lastPrompt().innerText(), slow).toMatch(/^\[\d+\]:$/);
      const output = page.locator(".jp-CodeCell").last().locator(".jp-OutputArea-output");
      expect((await output.allInnerTexts()).join("\n")).toContain("Interrupted: the cell was interrupted");
      await typeAtEnd("lots.length * 21");
      await page.keyboard.press("Control+Enter");
      const shown = page.locator(".jp-CodeCell").last().locator(".jp-OutputArea-output");
      await expect.poll(() => shown.allInnerTexts(), slow).toEqual(["42"]);
    },
    patience,
  );

  it(
    "restarts the kernel, which then counts from one and has forgotten",
    async (context) => {
      needs(context, peers.missing);
      await command("Kernel", "Restart Kernel…");
      await page.locator(".jp-Dialog .jp-mod-accept").click(slow);
      await typeAtEnd("typeof globalThis");
      await page.keyboard.press("Control+Enter");
      await expect.poll(() => lastPrompt().innerText(), slow).toBe("[1]:");
      await typeAtEnd("lots");
      await page.keyboard.press("Control+Enter");
      await expect.poll(() => lastPrompt().innerText(), slow).toBe("[2]:");
      const output = page.locator(".jp-CodeCell").last().locator(".jp-OutputArea-output");
      expect((await output.allInnerTexts()).join("\n")).toContain("Cannot find name 'lots'");
    },
    patience,
  );
});
