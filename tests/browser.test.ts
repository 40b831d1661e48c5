import { expect, test } from "vitest";
import { findBrowser, launch, openWatched } from "./browser.js";

test("findBrowser() says what to install when the path that it was given is none", () => {
  expect(() => findBrowser({ SOUNDINGS_CHROMIUM: "/nowhere/chrome" })).toThrow(/SOUNDINGS_CHROMIUM is \/nowhere\/chrome/);
});

test("openWatched() refuses and records a request to the network, and hears the console", async () => {
  const browser = await launch();
  try {
    const { page, requests, complaints } = await openWatched(browser);
    await page.setContent(`<img src="http://127.0.0.1:9/x.png"><script>console.error("heard")</script>`);
    expect(requests).toEqual(["http://127.0.0.1:9/x.png"]);
    expect(complaints).toContain("heard");
  } finally {
    await browser.close();
  }
});
