/** manifest.xml: our schema and lints, what they catch, its copies, and what Microsoft's tool reads in it. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OfficeAddinManifest } from "office-addin-manifest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestProblems } from "../../addin/hosting/manifest-problems.js";
import { ownSchemas } from "../../addin/hosting/schemas.js";
import { type Verdict, validateAll } from "../../addin/hosting/validate.js";
import { lintManifest, manifestVariant } from "../../addin/manifest.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const path = join(root, "manifest.xml");
const manifest = readFileSync(path, "utf8");

/** The built site keeps addin/assets/ where the checkout has it. */
const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file)) : undefined);
const problems = (xml: string, site?: string) => manifestProblems(xml, site === undefined ? { read } : { read, site });

describe("manifest.xml", () => {
  it("has nothing that Excel would hold against it", async () => {
    expect(await problems(manifest)).toEqual([]);
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

type Harm = [what: string, harm: (xml: string) => string, problem: string];

describe("validateAll(xmls, ownSchemas())", () => {
  const broken: Harm[] = [
    [
      "a text that is not XML",
      (xml) => xml.replace("</Hosts>", ""),
      "line 126: not well-formed: Opening and ending tag mismatch: Hosts",
    ],
    [
      "an id that is not a GUID",
      (xml) => xml.replace("db1c8020-", "xyz-"),
      'line 5: Id is "xyz-f605-43a3-8ca7-086680416566"; expected a GUID',
    ],
    ["a version of three numbers", (xml) => xml.replace("0.1.0.0", "0.1.0"), 'line 6: Version is "0.1.0"; expected four numbers'],
    [
      "elements in another order",
      (xml) =>
        xml
          .replace(/( {2}<Permissions>.*\n)([\s\S]*?)( {2}<VersionOverrides)/, "$2$3")
          .replace("  <Hosts>\n    <Host Name", "  <Permissions>ReadWriteDocument</Permissions>\n  <Hosts>\n    <Host Name"),
      "line 21: OfficeApp has Permissions where Hosts is expected: the order is fixed",
    ],
    [
      "Metadata before Page",
      (xml) => xml.replace(/( *<Page>[\s\S]*?<\/Page>\n)( *<Metadata>[\s\S]*?<\/Metadata>\n)/, "$2$1"),
      "line 45: ExtensionPoint has Metadata where Page is expected: the order is fixed",
    ],
    [
      "an element that is missing",
      (xml) => xml.replace(/ *<SupportUrl.*\n/, ""),
      "OfficeApp has no SupportUrl: AppDomains stands in its place",
    ],
    [
      "a last element that is missing",
      (xml) => xml.replace(/ *<LearnMoreUrl.*\n/, ""),
      "line 54: GetStarted has no LearnMoreUrl",
    ],
    [
      "no VersionOverrides",
      (xml) => xml.replace(/ *<VersionOverrides[\s\S]*<\/VersionOverrides>\n/, ""),
      "OfficeApp has no VersionOverrides",
    ],
    [
      "an element of another name",
      (xml) => xml.replaceAll("Supertip>", "SuperTip>"),
      "Control Soundings.Pane.Button has no Supertip: SuperTip stands in its place",
    ],
    [
      "an element too many",
      (xml) => xml.replace("</Resources>", "</Resources><WebApplicationInfo/>"),
      "VersionOverrides takes no WebApplicationInfo here",
    ],
    [
      "an element of another namespace",
      (xml) => xml.replace("officeappbasictypes/1.0", "officeappbasictypes/2.0"),
      "Images is of the namespace http://schemas.microsoft.com/office/officeappbasictypes/2.0; expected",
    ],
    [
      "another document",
      (xml) => xml.replaceAll("OfficeApp", "Office"),
      "line 4: the root is Office of the namespace http://schemas.microsoft.com/office/appforoffice/1.1",
    ],
    ["text among elements", (xml) => xml.replace("<Hosts>", "<Hosts>Excel"), "line 21: Hosts holds text; it takes elements only"],
    [
      "an element inside a text",
      (xml) => xml.replace("<Version>", "<Version><b/>"),
      "line 6: Version holds an element; it takes text only",
    ],
    ["a missing attribute", (xml) => xml.replace('<Label resid="Group.Label"/>', "<Label/>"), "line 63: Label has no resid"],
    [
      "an attribute too many",
      (xml) => xml.replace('<Label resid="Group.Label"/>', '<Label resid="Group.Label" id="x"/>'),
      "Label x takes no id",
    ],
    ["a host without a type", (xml) => xml.replace('<Host xsi:type="Workbook">', "<Host>"), "line 35: Host has no xsi:type"],
    [
      "a type that does not exist",
      (xml) => xml.replace('"Button"', '"Knob"'),
      'Control Soundings.Pane.Button has xsi:type="Knob", which is unknown',
    ],
    [
      "a type in the wrong place",
      (xml) => xml.replace('"PrimaryCommandSurface"', '"CustomFunctions"'),
      'ExtensionPoint cannot have xsi:type="CustomFunctions" here',
    ],
    [
      "a permission that does not exist",
      (xml) => xml.replace("ReadWriteDocument", "Everything"),
      'Permissions is "Everything"; expected Restricted, ReadDocument, ReadAllDocument, WriteDocument or ReadWriteDocument',
    ],
    [
      "a domain with a path",
      (xml) => xml.replace("3443</AppDomain>", "3443/addin</AppDomain>"),
      'AppDomain is "https://localhost:3443/addin"; expected protocol and domain',
    ],
    [
      "a language that is none",
      (xml) => xml.replace('Locale="zh-CN" Value="函数"', 'Locale="Chinese" Value="函数"'),
      'Locale of Override of String Pane.Label is "Chinese"; expected a language tag',
    ],
    [
      "an icon of two sizes",
      (xml) => xml.replace('<bt:Image size="80" resid="Icon.80"/>', ""),
      "Icon has too few: expected another Image",
    ],
    [
      "a size that no icon has",
      (xml) => xml.replace('size="80"', 'size="81"'),
      'size of Image is "81"; expected 16, 20, 24, 32, 40, 48, 64 or 80',
    ],
    ["a value of two lines", (xml) => xml.replace("0.1.0.0", "0.1\n.0"), "expected four numbers"],
    [
      "an element whose tag has two lines",
      (xml) => xml.replace(' lifetime="long"', '\n lifetime="ever"'),
      'line 39: lifetime of Runtime is "ever"; expected short or long',
    ],
    [
      "an id of more than 32 characters",
      (xml) => xml.replaceAll("Functions.Script.Url", "Functions.Script.Url.That.Is.Long.Enough"),
      'id of Url Functions.Script.Url.That.Is.Long.Enough is "Functions.Script.Url.That.Is.Long.Enough", 40 characters long; expected at most 32',
    ],
    [
      "a short text of more than 125 characters",
      (xml) => xml.replace("Soundings is ready", "x".repeat(126)),
      `DefaultValue of String GetStarted.Title is "${"x".repeat(40)}…", 126 characters long; expected at most 125`,
    ],
    [
      "a short Chinese text of more than 125 characters",
      (xml) => xml.replace('Value="函数"', `Value="${"函".repeat(126)}"`),
      `Value of Override of String Pane.Label is "${"函".repeat(40)}…", 126 characters long; expected at most 125`,
    ],
  ];

  let verdicts: Verdict[];
  beforeAll(async () => {
    const harmed = broken.map(([, harm]) => harm(manifest));
    verdicts = await validateAll([...harmed, manifest], ownSchemas());
  });

  it.each(broken)("finds %s", (what, harm, problem) => {
    expect(harm(manifest)).not.toBe(manifest);
    expect(verdicts[broken.findIndex(([other]) => other === what)]?.problems).toContainEqual(expect.stringContaining(problem));
  });

  it("finds nothing in a manifest beside them", () => {
    expect(verdicts.at(-1)).toEqual({ wellFormed: true, problems: [] });
  });
});

describe("lintManifest(xml)", () => {
  const broken: Harm[] = [
    [
      "an icon without its large size",
      (xml) => xml.replace('<bt:Image size="80" resid="Icon.80"/>', '<bt:Image size="64" resid="Icon.80"/>'),
      "Icon of Soundings.Group has no size 80",
    ],
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
    ["a runtime that is not long-lived", (xml) => xml.replace(' lifetime="long"', ""), 'Runtime has no lifetime="long"'],
    [
      "functions in another runtime than the pane",
      (xml) => xml.replace('FunctionFile resid="Pane.Url"', 'FunctionFile resid="Reference.Url"'),
      'FunctionFile has resid "Reference.Url"',
    ],
    [
      "a pane with a prefix that the functions have not",
      (xml) => xml.replace('<SourceLocation DefaultValue="https://localhost:3443/addin/taskpane.html', "$&?prefix=SND"),
      "taskpane.html?prefix=SND is the pane's address; expected no query at its end",
    ],
    [
      "functions with a prefix that the pane has not",
      (xml) => manifestVariant(xml, { prefix: "SND" }).replace("taskpane.html?prefix=SND", "taskpane.html"),
      "taskpane.html is the pane's address; expected ?prefix=SND at its end",
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
    expect(lintManifest(harmed, { read })).toContainEqual(expect.stringContaining(problem));
  });
});

describe("manifestProblems(xml)", () => {
  it("asks both the schema and the lints", async () => {
    const harmed = manifest.replace(/ *<SupportUrl.*\n/, "").replace(' lifetime="long"', "");
    expect(await problems(harmed)).toEqual([expect.stringContaining("SupportUrl"), 'Runtime has no lifetime="long"']);
  });

  it("says one thing of one mistake", async () => {
    expect(await problems(manifest.replace('"Button"', '"Knob"'))).toHaveLength(1);
    expect(await problems(manifest.replace("</Hosts>", ""))).toHaveLength(1);
  });
});

describe("manifestVariant(manifest, variant)", () => {
  it("moves every address to another site", async () => {
    const moved = manifestVariant(manifest, { site: "https://example.org/soundings/" });
    expect(await problems(moved, "https://example.org/soundings/")).toEqual([]);
    expect(moved).not.toContain("localhost");
    expect(moved).toContain("<AppDomain>https://example.org</AppDomain>");
  });

  it("puts a prefix before every function, under an id and a name of its own that stay the same", async () => {
    const prefixed = manifestVariant(manifest, { prefix: "snd" });
    expect(await problems(prefixed)).toEqual([]);
    expect(prefixed).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Namespace"\/>\s*<\/ExtensionPoint>/);
    expect(prefixed).toContain('<bt:String id="Functions.Namespace" DefaultValue="SND"/>');
    expect(prefixed).toContain('<DisplayName DefaultValue="Soundings (SND)">');
    expect(prefixed).toContain('Value="测深 (SND)"');
    expect(prefixed).not.toContain("db1c8020");
    // The pane knows the prefix from its address, which is one for the base section and the shared runtime.
    const panes = Array.from(prefixed.matchAll(/"(https:[^"]*taskpane\.html[^"]*)"/g), ([, address]) => address);
    expect(panes).toEqual(Array(2).fill("https://localhost:3443/addin/taskpane.html?prefix=SND"));
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
    expect(await problems(readFileSync(copy, "utf8"))).toEqual([]);
  });

  it("reads a prefixed copy", async () => {
    const copy = join(folder, "prefixed.xml");
    writeFileSync(copy, manifestVariant(manifest, { prefix: "SND" }));
    expect(await OfficeAddinManifest.readManifestFile(copy)).toMatchObject({ displayName: "Soundings (SND)" });
  });
});
