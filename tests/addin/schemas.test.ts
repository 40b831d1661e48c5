/** Schemas from a folder (`addin build --schemas DIR`): which folders are refused, and what Microsoft's files need. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { manifestProblems } from "../../addin/hosting/manifest-problems.js";
import { readSchemas } from "../../addin/hosting/schemas.js";
import { assertCompile, validate } from "../../addin/hosting/validate.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const own = join(root, "addin/manifest-schema");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

let top: string;
let folder: string;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), "soundings-schemas-"));
});
beforeEach(() => {
  folder = mkdtempSync(join(top, "folder-"));
});
afterAll(() => rmSync(top, { recursive: true }));

/** A file of our own schema, changed, in the folder. */
function put(name: string, to: string, change: (text: string) => string = (text) => text): void {
  writeFileSync(join(folder, to), change(readFileSync(join(own, name), "utf8")));
}

describe("readSchemas(folder)", () => {
  it("refuses a folder that is not there, and one without schemas", () => {
    expect(() => readSchemas(join(folder, "gone"))).toThrow("there is no folder");
    expect(() => readSchemas(join(own, "base.xsd"))).toThrow("there is no folder");
    mkdirSync(join(folder, "sub.xsd"));
    expect(() => readSchemas(folder)).toThrow("holds no .xsd file");
  });

  it("names the namespaces that are missing, and what there is", () => {
    put("base.xsd", "base.xsd");
    expect(() => readSchemas(folder)).toThrow(
      /has no schema for \S+officeappbasictypes\/1\.0 and \S+taskpaneappversionoverrides; it has base\.xsd \(\S+appforoffice\/1\.1\)/,
    );
  });

  it("refuses two schemas for one namespace", () => {
    cpSync(own, folder, { recursive: true });
    put("base.xsd", "copy.xsd");
    expect(() => readSchemas(folder)).toThrow("base.xsd and copy.xsd");
  });

  it.each([
    ["<xs:schema", "a.xsd is not well-formed"],
    ["<html/>", "a.xsd is not an XML schema"],
  ])("refuses a file that holds %s", (text, why) => {
    writeFileSync(join(folder, "a.xsd"), text);
    expect(() => readSchemas(folder)).toThrow(why);
  });
});

describe("assertCompile(schemas)", () => {
  it("says which part of a schema libxml2 does not take", async () => {
    cpSync(own, folder, { recursive: true });
    put("base.xsd", "base.xsd", (text) => text.replace('type="bt:Set"', 'type="bt:Sett"'));
    await expect(assertCompile(readSchemas(folder))).rejects.toThrow(/do not compile: .*'Sett' does not resolve/);
  });

  it("takes our own", async () => {
    await expect(assertCompile(readSchemas(own))).resolves.toBeUndefined();
  });
});

/**
 * Our schema as Microsoft's documents print theirs: no XML declaration, other file names, imports of the schemas for mail
 * and content that name files which are not there, a lazy quantifier, no documentation, https where a namespace has http.
 */
function putAsMicrosoftPrintsThem(): void {
  const plain = (text: string) =>
    text
      .replace(/^<\?xml.*\n<!--[\s\S]*?-->\n/, "\n ")
      .replaceAll("basic-types.xsd", "OfficeAppBasicTypesV1_0.xsd")
      .replace(/<xs:annotation>.*<\/xs:annotation>/g, "");
  put("task-pane.xsd", "section 5.7.xsd", plain);
  put("basic-types.xsd", "-types.xsd", (text) => plain(text).replace("http://www.w3.org/", "https://www.w3.org/"));
  const mail = "http://schemas.microsoft.com/office/mailappversionoverrides";
  put("base.xsd", "section 5.2.xsd", (text) =>
    plain(text)
      .replace("<xs:import", `<xs:import schemaLocation="MailAppVersionOverridesV1_0.xsd" namespace="${mail}"/><xs:import`)
      .replace("{1,5}){3}", "{1,5}){3,3}?")
      .replace(
        "</xs:schema>",
        `<xs:complexType name="MailApp"><xs:sequence><xs:element xmlns:mail="${mail}" ref="mail:VersionOverrides"/></xs:sequence></xs:complexType></xs:schema>`,
      ),
  );
  expect(readdirSync(folder)).toHaveLength(3);
}

describe("schemas as Microsoft's documents print them", () => {
  it("are read, and the manifest is valid by them", async () => {
    putAsMicrosoftPrintsThem();
    expect(await validate(manifest, readSchemas(folder))).toEqual({ wellFormed: true, problems: [] });
  });

  it("find what ours find, in their own terms where they say none", async () => {
    putAsMicrosoftPrintsThem();
    const harmed = manifest.replace(/ *<SupportUrl.*\n/, "").replace("<Version>0", "<Version>zero");
    expect((await validate(harmed, readSchemas(folder))).problems).toEqual([
      'line 6: Version is "zero.1.0.0"; expected what matches [0-9]{1,5}(\\.[0-9]{1,5}){3,3}',
      "line 17: OfficeApp has no SupportUrl: AppDomains stands in its place",
    ]);
  });
});

describe("manifestProblems(manifest, site, schemas)", () => {
  it("says which problem is by the schemas of the folder", async () => {
    cpSync(own, folder, { recursive: true });
    put("basic-types.xsd", "basic-types.xsd", (text) => text.replace('maxLength value="125"', 'maxLength value="8"'));
    const read = (path: string) => readFileSync(join(root, path));
    expect(await manifestProblems(manifest, { read }, readSchemas(folder))).toContain(
      `by the schemas in ${folder}, line 7: ProviderName is "Soundings", 9 characters long; expected at most 8`,
    );
  });
});
