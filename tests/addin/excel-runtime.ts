/**
 * Microsoft's custom-functions-runtime.js in a browser, with a host bridge of our own in place of Excel.
 * Here: messages as Excel sends and receives them. Not here: what a function should answer.
 *
 * The bridge is not documented: this follows @microsoft/office-js 1.1.110, which package.json pins.
 * - The runtime must come from a file of its own name, so it is served, and before it `_richApiNativeBridge` must be
 *   there. office.js may not be on the page: with both, "Cannot redefine property: context".
 * - A call is an entry of category 1, type 1000; flag 4 turns error cells into CustomFunctions.Error, as
 *   allowErrorForDataTypeAny does; a data type is returned as it is, whatever the flags. Results come back in batches, every 50 ms, as SetInvocationArrayResults.
 * - Without an answer to a batch the runtime waits 15 s before the next.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { openWatched, type WatchedPage } from "../browser.js";

/** Nothing listens there: the browser gets its files from this process. */
const origin = "http://127.0.0.1:9/";
const runtimeFile = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/custom-functions-runtime.js");
const errorCells = 4;

/** An error cell as Excel sends it. */
export const errorCell = (code: string) => ({ type: "CustomFunctionError", code });

/** What Excel is told of one call: a value or spill, or an error by the runtime's number. */
export type Outcome = { readonly value: unknown } | { readonly error: string; readonly message: string };

/** The runtime's numbers for errors that a function may return; 2 is anything else that was thrown. */
const errorNumbers: Readonly<Record<number, string>> = {
  1: "#N/A",
  2: "thrown",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

export interface ExcelRuntime extends WatchedPage {
  /** Calls in one message, as Excel sends the cells of one recalculation; their outcomes in the same order. */
  readonly call: (calls: readonly (readonly [id: string, cells: readonly unknown[]])[]) => Promise<Outcome[]>;
}

/** A page with Microsoft's runtime and the built functions; `microsoft365`: every requirement set is there. Close its context. */
export async function openExcelRuntime(
  browser: Browser,
  functionsFile: string,
  displayLanguage: string,
  microsoft365 = false,
): Promise<ExcelRuntime> {
  const watched = await openWatched(browser, { allowed: [origin] });
  const { page } = watched;
  const files = { "custom-functions-runtime.js": runtimeFile, "functions.js": functionsFile };
  await page.route(`${origin}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) as keyof typeof files;
    if (name in files) {
      return route.fulfill({ contentType: "text/javascript; charset=utf-8", body: readFileSync(files[name], "utf8") });
    }
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: "<!doctype html><title>Excel</title>" });
  });
  await page.goto(origin);
  await page.evaluate(startBridge);
  await page.addScriptTag({ url: "/custom-functions-runtime.js" });
  await page.evaluate(
    ([language, supported]) => {
      // Outside Excel the runtime waits for a host to fill it, so it is filled here.
      const requirements = { isSetSupported: () => supported };
      const value = { displayLanguage: language, ...(supported ? { requirements } : {}) };
      Object.defineProperty(Reflect.get(window, "Office"), "context", { value });
    },
    [displayLanguage, microsoft365] as const,
  );
  await page.addScriptTag({ url: "/functions.js" });
  let nextId = 1;
  return {
    ...watched,
    call: async (calls) => {
      const first = nextId;
      nextId += calls.length;
      const results = await send(
        page,
        calls.map(([id, cells], i) => [first + i, id, cells, "Sheet1!A1", errorCells]),
      );
      return results.map(outcome);
    },
  };
}

function outcome([, succeeded, value, number]: readonly unknown[]): Outcome {
  if (succeeded) return { value };
  return { error: errorNumbers[number as number] ?? `error number ${number}`, message: String(value) };
}

function send(page: Page, messages: readonly (readonly unknown[])[]): Promise<unknown[][]> {
  return page.evaluate((all) => Reflect.get(window, "soundingsCall")(all), messages as unknown[][]);
}

/** Runs in the page: Excel's side of the bridge. */
function startBridge(): void {
  type Result = [id: number, ...unknown[]];
  const results = new Map<number, Result>();
  const bridge = {
    onMessageFromHost: (_text: string): void => undefined,
    sendMessageToHost(text: string): void {
      const { id, type, message } = JSON.parse(text);
      if (type !== 1) return;
      const { Actions: actions } = typeof message.body === "string" ? JSON.parse(message.body) : message.body;
      for (const action of actions) {
        if (action.Name !== "SetInvocationArrayResults") continue;
        for (const result of action.ArgumentInfo.Arguments[0] as Result[]) results.set(result[0], result);
      }
      const body = JSON.stringify({ Results: actions.map((action: { Id: number }) => ({ ActionId: action.Id, Value: null })) });
      bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } }));
    },
  };
  Reflect.set(window, "_richApiNativeBridge", bridge);
  Reflect.set(window, "soundingsCall", async (messages: [number, ...unknown[]][]) => {
    const entries = messages.map((message) => ({ messageCategory: 1, messageType: 1000, message }));
    bridge.onMessageFromHost(JSON.stringify({ id: -1, type: 3, message: { entries } }));
    while (!messages.every(([id]) => results.has(id))) await new Promise((resolve) => setTimeout(resolve, 10));
    return messages.map(([id]) => results.get(id));
  });
}
