/** manifest.xml: our lints, what they catch, its copies, and what Microsoft's tool reads in it. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OfficeAddinManifest } from "office-addin-manifest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintManifest, manifestVariant } from "../../addin/manifest.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const path = join(root, "manifest.xml");
const manifest = readFileSync(path, "utf8");

/** The built site keeps addin/assets/ where the checkout has it. */
const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file)) : undefined);
const lint = (xml: string, site?: string) => lintManifest(xml, site === undefined ? { read } : { read, site });

describe("manifest.xml", () => {
  it("has nothing that Excel would hold against it", () => {
    expect(lint(manifest)).toEqual([]);
  });

  it("has no Namespace: functions are bare", () => {
    expect(manifest).not.toContain("<Namespace");
  });

  it("has the version of the package", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });

  it("is read by office-addin-manifest", async () => {
    const info = await OfficeAddinManifest.readManifestFile(path);
    expect(info).toMatchObject({
      id: "db1c8020-f605-43a3-8ca7-086680416566",
      displayName: "Soundings",
      defaultLocale: "en-US",
      hosts: ["Workbook"],
      officeAppType: "TaskPaneApp",
      permissions: "ReadWriteDocument",
      version: "0.1.0.0",
      defaultSettings: { sourceLocation: "https://localhost:3443/addin/taskpane.html" },
    });
  });
});

describe("lintManifest(xml)", () => {
  const broken: [string, (xml: string) => string, string][] = [
    ["a text that is not XML", (xml) => xml.replace("</Hosts>", ""), "is not well-formed"],
    ["an id that is not a GUID", (xml) => xml.replace("db1c8020-", "xyz-"), 'Id "xyz-'],
    ["a version of three numbers", (xml) => xml.replace("0.1.0.0", "0.1.0"), 'Version "0.1.0" is not four numbers'],
    [
      "elements in another order",
      (xml) =>
        xml
          .replace(/( {2}<Permissions>.*\n)([\s\S]*?)( {2}<VersionOverrides)/, "$2$3")
          .replace("  <Hosts>\n    <Host Name", "  <Permissions>ReadWriteDocument</Permissions>\n  <Hosts>\n    <Host Name"),
      "OfficeApp has Id, Version",
    ],
    [
      "Metadata before Page",
      (xml) => xml.replace(/( *<Page>[\s\S]*?<\/Page>\n)( *<Metadata>[\s\S]*?<\/Metadata>\n)/, "$2$1"),
      "ExtensionPoint has Script, Metadata, Page; the order is Script, Page, Metadata",
    ],
    ["an element that is missing", (xml) => xml.replace(/ *<SupportUrl.*\n/, ""), "OfficeApp has no SupportUrl"],
    [
      "a resid that leads nowhere",
      (xml) => xml.replace('Label resid="Group.Label"', 'Label resid="Group.Lable"'),
      'resid "Group.Lable" is nowhere',
    ],
    [
      "a resource that nothing uses",
      (xml) => xml.replace('Label resid="Group.Label"', 'Label resid="Pane.Label"'),
      'resource "Group.Label" is used nowhere',
    ],
    [
      "a resource that is there twice",
      (xml) => xml.replace('id="Icon.32" D', 'id="Icon.16" D'),
      'resource "Icon.16" is there twice',
    ],
    [
      "an id of more than 32 characters",
      (xml) => xml.replaceAll("Functions.Script.Url", "Functions.Script.Url.That.Is.Long.Enough"),
      "longer than 32",
    ],
    [
      "a short text of more than 125 characters",
      (xml) => xml.replace("Soundings is ready", "x".repeat(126)),
      "the limit of ShortStrings",
    ],
    ["a runtime that is not long-lived", (xml) => xml.replace(' lifetime="long"', ""), 'Runtime has no lifetime="long"'],
    [
      "functions in another runtime than the pane",
      (xml) => xml.replace('FunctionFile resid="Pane.Url"', 'FunctionFile resid="Reference.Url"'),
      'FunctionFile has resid "Reference.Url"',
    ],
    [
      "metadata without a Chinese file",
      (xml) => xml.replace(/ *<bt:Override.*functions\.zh\.json"\/>\n/, ""),
      "Functions.Metadata.Url has no Override for zh-CN",
    ],
    [
      "a text without a Chinese one",
      (xml) => xml.replace(/ *<bt:Override Locale="zh-CN" Value="函数"\/>\n/, ""),
      "Pane.Label has no Override for zh-CN",
    ],
    [
      "a description without a Chinese one",
      (xml) => xml.replace(/ *<Override Locale="zh-CN" Value="把.*\n/, ""),
      "Description has no Override for zh-CN",
    ],
    [
      "an address without https",
      (xml) => xml.replace("https://localhost:3443/addin/functions.js", "http://localhost:3443/addin/functions.js"),
      "functions.js is not https",
    ],
    [
      "an address elsewhere",
      (xml) => xml.replace("https://localhost:3443/addin/functions.js", "https://example.org/functions.js"),
      "is not on https://localhost:3443/",
    ],
    [
      "a domain that is not declared",
      (xml) => xml.replace("<AppDomain>https://localhost:3443<", "<AppDomain>https://example.org<"),
      "AppDomains has no https://localhost:3443",
    ],
    ["an icon that is not there", (xml) => xml.replaceAll("icon-80.png", "icon-81.png"), "there is no PNG file behind"],
    ["an icon of another size", (xml) => xml.replaceAll("icon-80.png", "icon-64.png"), "icon-64.png is 64 pixels wide, not 80"],
  ];

  it.each(broken)("finds %s", (_, harm, problem) => {
    const harmed = harm(manifest);
    expect(harmed).not.toBe(manifest);
    expect(lint(harmed)).toContainEqual(expect.stringContaining(problem));
  });
});

describe("manifestVariant(manifest, variant)", () => {
  it("moves every address to another site", () => {
    const moved = manifestVariant(manifest, { site: "https://example.org/soundings/" });
    expect(lint(moved, "https://example.org/soundings/")).toEqual([]);
    expect(moved).not.toContain("localhost");
    expect(moved).toContain("<AppDomain>https://example.org</AppDomain>");
  });

  it("puts a prefix before every function, under an id and a name of its own that stay the same", () => {
    const prefixed = manifestVariant(manifest, { prefix: "snd" });
    expect(lint(prefixed)).toEqual([]);
    expect(prefixed).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Namespace"\/>\s*<\/ExtensionPoint>/);
    expect(prefixed).toContain('<bt:String id="Functions.Namespace" DefaultValue="SND"/>');
    expect(prefixed).toContain('<DisplayName DefaultValue="Soundings (SND)">');
    expect(prefixed).toContain('Value="测深 (SND)"');
    expect(prefixed).not.toContain("db1c8020");
    expect(manifestVariant(manifest, { prefix: "SND" })).toBe(prefixed);
    expect(manifestVariant(manifest, { prefix: "OTHER" })).not.toContain(/<Id>(.*)<\/Id>/.exec(prefixed)?.[1]);
  });

  it.each([["http://example.org/"], ["https://example.org"], ["example.org/"]])("refuses the site %s", (site) => {
    expect(() => manifestVariant(manifest, { site })).toThrow(`site is "${site}"; expected an https address that ends in "/"`);
  });

  it.each([["1A"], ["A B"], [""], ["A.B"]])("refuses the prefix %j", (prefix) => {
    expect(() => manifestVariant(manifest, { prefix })).toThrow(`prefix is "${prefix}"`);
  });
});

describe("office-addin-manifest", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "soundings-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("modifies a copy into one that has nothing against it either", async () => {
    const copy = join(folder, "manifest.xml");
    copyFileSync(path, copy);
    const id = "11111111-2222-4333-8444-555555555555";
    expect(await OfficeAddinManifest.modifyManifestFile(copy, id, "Renamed")).toMatchObject({ id, displayName: "Renamed" });
    expect(lint(readFileSync(copy, "utf8"))).toEqual([]);
  });

  it("reads a prefixed copy", async () => {
    const copy = join(folder, "prefixed.xml");
    writeFileSync(copy, manifestVariant(manifest, { prefix: "SND" }));
    expect(await OfficeAddinManifest.readManifestFile(copy)).toMatchObject({ displayName: "Soundings (SND)" });
  });
});
