/** `soundings addin build` and `sideload`: the folder that is made, what is refused, and what would be done. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OfficeAddinManifest } from "office-addin-manifest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { folderProblems } from "../../addin/hosting/check.js";
import { manifestProblems } from "../../addin/hosting/manifest-problems.js";
import { packagesOf, thirdPartyNotices } from "../../addin/hosting/notices.js";
import { officeScript, withOffice } from "../../addin/hosting/office.js";
import { type HostingOptions, officeSourceOf, officeSources, prefixOf, siteOf } from "../../addin/hosting/options.js";
import { contentPolicy, nginxLocation, nginxMaps, webConfig } from "../../addin/hosting/servers.js";
import { officialTool, platformOf, sideloadPlan } from "../../addin/hosting/sideload.js";
import { addin } from "../../cli/addin.js";
import { main } from "../../cli/main.js";

const site = "https://tools.example.org/soundings/";
const options: HostingOptions = { site, prefix: "ACME", office: "self" };
const manifests = ["manifest.xml", "manifest-acme.xml"] as const;
/** Our own in the place of Microsoft's. */
const schemas = fileURLToPath(new URL("../../addin/manifest-schema", import.meta.url));

/** As `soundings page` writes them: titles in both languages, and a script that the page's own policy names beforehand. */
const notebookPages = {
  "01-hpi.html": `<!doctype html><html lang="en" data-title-en="Lots &amp; prices" data-title-zh="土拍"><head>
<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-${"A".repeat(43)}='"><title>Lots</title></head><body>
<script type="text/plain" id="plotly">packed</script><script type="module">1;</script></body></html>`,
  "other page.html": "<!doctype html><html><head><title>Other</title></head><body></body></html>",
  "index.html": "<!doctype html><html><head><title>not taken</title></head><body></body></html>",
};

let top: string;
let folder: string;
const read = (path: string) => readFileSync(join(folder, path), "utf8");

/** What a command says, without its being shown. */
async function said(run: () => Promise<number>): Promise<{ code: number; text: string }> {
  let text = "";
  const hear = (chunk: unknown) => {
    text += String(chunk);
    return true;
  };
  const spies = [vi.spyOn(process.stderr, "write"), vi.spyOn(process.stdout, "write")];
  for (const spy of spies) spy.mockImplementation(hear);
  try {
    return { code: await run(), text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), "soundings-package-"));
  folder = join(top, "folder");
  const notebooks = join(top, "pages");
  mkdirSync(notebooks);
  for (const [name, html] of Object.entries(notebookPages)) writeFileSync(join(notebooks, name), html);
  const args = [
    "build",
    "--url",
    site.slice(0, -1),
    "--prefix",
    "acme",
    "--office",
    "self",
    "--schemas",
    schemas,
    "--notebooks",
    notebooks,
    "--out",
    folder,
  ];
  const { code, text } = await said(() => addin(args));
  expect(code, text).toBe(0);
  expect(text).toContain(`both manifests are valid by the schemas in ${schemas}`);
}, 180_000);
afterAll(() => rmSync(top, { recursive: true, force: true }));

describe("soundings addin build", () => {
  it("makes everything that a server needs, and leaves nothing else beside it", () => {
    const needed = [
      ...manifests,
      "index.html",
      "soundings-examples.xlsx",
      "functions/index.html",
      "addin/functions.js",
      "addin/functions.json",
      "addin/functions.zh.json",
      "addin/taskpane.html",
      "addin/pane.html",
      "notebooks/01-hpi.html",
      "notebooks/index.html",
      "addin/sheet/index.html",
      "addin/office-js/office.js",
      ...[16, 32, 64, 80, 128].map((size) => `addin/assets/icon-${size}.png`),
      "THIRD-PARTY-NOTICES.txt",
      "web.config",
      "nginx-http.conf",
      "nginx-location.conf",
    ];
    expect(needed.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(readdirSync(top)).toEqual(["folder", "pages"]);
  });

  it("has nothing against it: schema, lints, Microsoft's reader, links, help anchors", async () => {
    expect(await folderProblems(folder, options, manifests)).toEqual([]);
  });

  it("names its own address everywhere, in both languages", () => {
    for (const path of [...manifests, "addin/functions.json", "addin/functions.zh.json"]) {
      expect(read(path)).toContain(site);
      expect(read(path)).not.toContain("localhost");
    }
  });

  it("gives bare functions in one manifest and prefixed ones in the other", () => {
    expect(read(manifests[0])).not.toContain("<Namespace");
    expect(read(manifests[1])).toContain('<bt:String id="Functions.Namespace" DefaultValue="ACME"/>');
  });

  it.each([
    [manifests[0], ""],
    [manifests[1], "?prefix=ACME"],
  ])("makes a %s that office-addin-manifest reads and modifies, whose pane has the query %j", async (name, query) => {
    const copy = join(top, `copy-${name}`);
    copyFileSync(join(folder, name), copy);
    try {
      expect(await OfficeAddinManifest.readManifestFile(copy)).toMatchObject({
        defaultSettings: { sourceLocation: `${site}addin/taskpane.html${query}` },
        hosts: ["Workbook"],
      });
      const id = "11111111-2222-4333-8444-555555555555";
      expect(await OfficeAddinManifest.modifyManifestFile(copy, id, "Acme housing")).toMatchObject({ id });
      const files = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
      expect(await manifestProblems(readFileSync(copy, "utf8"), { site, read: files })).toEqual([]);
    } finally {
      rmSync(copy);
    }
  });

  it("carries the licence of every package in its bundles, and of Office.js", () => {
    const notices = read("THIRD-PARTY-NOTICES.txt");
    for (const name of ["@univerjs/core", "react", "rxjs", "@microsoft/office-js"])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(notices).toContain("Apache License");
    expect(notices).not.toMatch(/\bGPL\b/);
  });

  it("lets in the scripts that its pages contain, by hash, and no others", () => {
    const policy = /Content-Security-Policy" value="([^"]+)"/.exec(read("web.config"))?.[1] ?? "";
    expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(read("nginx-location.conf")).toContain(policy);
  });

  it("has the help page to which both panes lead", () => {
    for (const pane of ["addin/taskpane.html", "addin/pane.html"])
      expect(read(pane)).toContain('href="../help/" target="_blank"');
    expect(existsSync(join(folder, "help/index.html"))).toBe(true);
  });

  it("lists the notebook pages by their titles, and both panes know the list", () => {
    expect(JSON.parse(read("notebooks/notebooks.json"))).toEqual([
      { href: "01-hpi.html", title: { en: "Lots & prices", zh: "土拍" } },
      { href: "other%20page.html", title: { en: "Other", zh: "Other" } },
    ]);
    for (const pane of ["addin/taskpane.html", "addin/pane.html"])
      expect(read(pane)).toContain('href="../notebooks/notebooks.json"');
    expect(read("notebooks/index.html")).toContain("Lots &#38; prices");
    expect(read("index.html")).toContain('href="notebooks/"');
  });

  it("lets in the script that a notebook's page unpacks, and none that is only data", () => {
    const policy = read("web.config");
    expect(policy).toContain(`'sha256-${"A".repeat(43)}='`);
    expect(policy).not.toContain(createHash("sha256").update("packed").digest("base64"));
    expect(policy).toContain(createHash("sha256").update("1;").digest("base64"));
  });

  it("replaces a folder of its own, and no other", async () => {
    const foreign = join(top, "foreign");
    mkdirSync(foreign);
    writeFileSync(join(foreign, "mine.txt"), "mine");
    const { code, text } = await said(() => addin(["build", "--url", site, "--out", foreign]));
    expect(code).toBe(1);
    expect(text).toContain("holds files that this command did not make");
    expect(readdirSync(foreign)).toEqual(["mine.txt"]);
    rmSync(foreign, { recursive: true });
  });

  it.each([
    [["build"], "needs --url"],
    [["build", "--url"], "--url needs a value"],
    [["build", "--url", "http://example.org/"], "Excel loads add-ins over https only"],
    [["build", "--url", "example.org"], "expected an address such as"],
    [["build", "--url", "https://example.org/?a=1"], "without ? or #"],
    [["build", "--url", "https://me:secret@example.org/"], "would be shown to every user"],
    [["build", "--url", "https://example.org/manifest.xml"], "expected the folder"],
    [["build", "--url", site, "--office", "moon"], "expected cdn, china, self"],
    [["build", "--url", site, "--prefix", "A.B"], "letters and digits, at most 16"],
    [["build", "--url", site, "--schemas"], "--schemas needs a value"],
    [["build", "--url", site, "--schemas", "/nowhere"], "there is no folder"],
    [["build", "--url", site, "--schemas", fileURLToPath(new URL(".", import.meta.url))], "holds no .xsd file"],
    [["build", "--link", site], '"--link" is not understood'],
    [["build", "--url", site, "--notebooks", "nowhere"], "there is no folder"],
    [["build", "--url", site, "--notebooks", "core"], "there is no notebook page (.html)"],
  ])("%j is refused: %s", async (args, why) => {
    const { code, text } = await said(() => addin(args));
    expect(code).toBe(1);
    expect(text).toContain(why);
    expect(text).not.toMatch(/^\s+at /m);
  });

  it("with no command says what there is", async () => {
    expect(await said(() => main(["addin"]))).toMatchObject({ code: 2, text: expect.stringContaining("addin sideload") });
    expect(await said(() => main(["addin", "fly"]))).toMatchObject({
      code: 2,
      text: expect.stringContaining('no command "fly"'),
    });
  });
});

describe("folderProblems(folder)", () => {
  it.each([
    [
      "a manifest that still names this machine",
      "manifest.xml",
      site,
      "https://localhost:3443/",
      "still names https://localhost:3443/",
    ],
    [
      "a manifest that breaks the schema",
      "manifest-acme.xml",
      "</Metadata>",
      "</Metadata><Version>1</Version>",
      "manifest-acme.xml: line 49: ExtensionPoint has Version where Namespace is expected",
    ],
    [
      "a page that names a file that is not there",
      "index.html",
      "addin/sheet/",
      "addin/cheat/",
      "addin/cheat/, which is not there",
    ],
    ["a help link that leads nowhere", "functions/index.html", 'id="HPI"', 'id="HPJ"', "the reference has no HPI"],
    ["languages that differ", "addin/functions.zh.json", '"id": "HPI"', '"id": "HPJ"', "functions.zh.json has other functions"],
  ])("finds %s", async (_, path, from, to, problem) => {
    const before = read(path);
    writeFileSync(join(folder, path), before.replaceAll(from, to));
    try {
      expect(await folderProblems(folder, options, manifests)).toContainEqual(expect.stringContaining(problem));
    } finally {
      writeFileSync(join(folder, path), before);
    }
  });
});

describe("withOffice(html, source)", () => {
  const html = readFileSync(new URL("../../addin/taskpane/taskpane.html", import.meta.url), "utf8");

  it.each(["cdn", "china"] as const)("%s: the pane loads it from there, and its policy lets in that host only", (office) => {
    const changed = withOffice(html, office);
    expect(changed).toContain(`<script src="${officeScript[office]}">`);
    expect(changed).toContain(`default-src 'self'; script-src 'self' ${new URL(officeScript[office]).origin};`);
    expect(changed).not.toContain('src="office-js/office.js"');
  });

  it("self: leaves the page as it is", () => expect(withOffice(html, "self")).toBe(html));

  it("refuses a page without the tag or the policy", () => {
    expect(() => withOffice("<html></html>", "cdn")).toThrow("taskpane.html has no");
  });
});

describe("options", () => {
  it("siteOf(url) ends in a slash", () => {
    expect(siteOf("https://example.org")).toBe("https://example.org/");
    expect(siteOf("https://example.org:8443/a/b")).toBe("https://example.org:8443/a/b/");
  });

  it("officeSourceOf(word) and prefixOf(word) take what is documented", () => {
    expect(officeSources.map(officeSourceOf)).toEqual(["cdn", "china", "self"]);
    expect(prefixOf("snd")).toBe("SND");
  });
});

describe("server settings", () => {
  const served = { site, scriptOrigins: ["https://appsforoffice.microsoft.com"], inlineScripts: ["sha256-x"] };

  it("let Office frame the pane, and nothing else load from elsewhere", () => {
    const policy = contentPolicy(served);
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com 'sha256-x'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toMatch(/frame-ancestors 'self' .*https:\/\/\*\.officeapps\.live\.com.*https:\/\/\*\.office365\.cn/);
  });

  it("web.config is well-formed and gives every kind of file its type", () => {
    const xml = webConfig(served);
    for (const extension of [".js", ".json", ".xml", ".svg", ".xlsx"])
      expect(xml).toContain(`fileExtension="${extension}" mimeType=`);
    expect(xml).toContain('<remove name="X-Frame-Options" />');
    expect(xml.match(/<location /g)).toHaveLength(xml.match(/<\/location>/g)?.length ?? 0);
  });

  it("nginx serves the address's path, and permits Office's origins only", () => {
    expect(nginxLocation(served)).toContain("location /soundings/ {");
    const pattern = /"~(\^https.*\$)"/.exec(nginxMaps())?.[1] ?? "";
    const permits = (origin: string) => new RegExp(pattern).test(origin);
    expect(permits("https://excel.officeapps.live.com")).toBe(true);
    expect(permits("https://acme-my.sharepoint.cn")).toBe(true);
    expect(permits("https://evil-office.com")).toBe(false);
    expect(permits("https://office.com.evil.org")).toBe(false);
  });
});

describe("thirdPartyNotices(packages)", () => {
  it("refuses a package that says nothing of its licence", () => {
    const silent = join(top, "silent");
    mkdirSync(silent);
    writeFileSync(join(silent, "package.json"), '{"name":"silent","version":"1.0.0"}');
    expect(() => thirdPartyNotices([silent])).toThrow("does not say under which licence it is");
    rmSync(silent, { recursive: true });
  });

  it("packagesOf(files) finds scoped and nested packages", () => {
    const files = ["/a/node_modules/@s/p/lib/x.js", "/a/node_modules/q/node_modules/r/y.js", "/a/core/z.ts"];
    expect(packagesOf(files)).toEqual(["/a/node_modules/@s/p", "/a/node_modules/q/node_modules/r"]);
  });
});

describe("soundings addin sideload", () => {
  const given = { manifest: "C:\\a b\\manifest.xml", id: "db1c8020-f605-43a3-8ca7-086680416566", home: "/Users/li" };

  it("on a Mac copies the manifest to Excel's wef folder", () => {
    expect(sideloadPlan("mac", given).copy).toEqual({
      excel: "/Users/li/Library/Containers/com.microsoft.Excel",
      to: `/Users/li/Library/Containers/com.microsoft.Excel/Data/Documents/wef/${given.id}.manifest.xml`,
    });
  });

  it("on Windows prints the command that registers it, and the one that takes it out", () => {
    const { lines, copy } = sideloadPlan("windows", given);
    expect(copy).toBeUndefined();
    expect(lines).toContain(
      `  reg add "HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer" /v "${given.id}" /t REG_SZ /d "C:\\a b\\manifest.xml" /f`,
    );
    expect(lines.join("\n")).toContain("reg delete");
  });

  it("on Windows and on a Mac is done by Microsoft's tool, of one version, and undone by it", () => {
    for (const platform of ["windows", "mac"] as const) {
      expect(sideloadPlan(platform, given).official).toEqual({
        put: ["--yes", officialTool, "sideload", given.manifest, "desktop", "--app", "Excel"],
        takeOut: ["--yes", officialTool, "unregister", given.manifest],
      });
    }
    expect(officialTool).toMatch(/^[a-z-]+@\d+\.\d+\.\d+$/);
    for (const platform of ["web", "linux"] as const) expect(sideloadPlan(platform, given).official).toBeUndefined();
  });

  it("for the web says which menu", () => {
    expect(sideloadPlan("web", given).lines.join("\n")).toContain("Upload My Add-in");
  });

  it("platformOf(process.platform) knows where Excel is", () => {
    expect([platformOf("darwin"), platformOf("win32"), platformOf("linux"), platformOf("freebsd")]).toEqual([
      "mac",
      "windows",
      "linux",
      "linux",
    ]);
  });

  it("on Linux says that Excel is not here, and fails", async () => {
    const { code, text } = await said(() => addin(["sideload", "--platform", "linux"]));
    expect(code).toBe(1);
    expect(text).toContain("Excel does not run on Linux");
  });

  it.each([
    [[], /would run: npx --yes office-addin-dev-settings@\S+ sideload .*manifest\.xml desktop --app Excel/],
    [["--take-out"], /would run: npx --yes office-addin-dev-settings@\S+ unregister .*manifest\.xml/],
    [["--by-hand"], /would copy .*manifest\.xml to .*wef/],
  ])("--dry-run %j says what would be done and does nothing", async (options, words) => {
    const { code, text } = await said(() => addin(["sideload", "--platform", "mac", "--dry-run", ...options]));
    expect(code).toBe(0);
    expect(text).toMatch(words);
  });

  it.each([
    [["sideload", "--manifest", "/nowhere/manifest.xml"], "there is no"],
    [["sideload", "--manifest", "package.json"], "is it a manifest?"],
    [["sideload", "--platform", "amiga"], "expected mac, windows, web, linux"],
  ])("%j is refused: %s", async (args, why) => {
    const { code, text } = await said(() => addin(args));
    expect(code).toBe(1);
    expect(text).toContain(why);
  });
});
