/** Builds the folder that WPS loads: page, script, functions.json, JsPlugin manifest, ribbon. Not here: where it is served. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { catalog } from "soundings";
import { makeFolder } from "../hosting/own-folder.js";
import { findRoot } from "../root.js";
import { wpsFunctionsJson, wpsName } from "./metadata.js";

/** WPS has no bare names: =SND.HPI(…). */
export const wpsNamespace = "SND";

/**
 * Build the add-in for WPS into a folder, which is replaced whole or not at all.
 * @throws Error for a namespace that WPS does not take
 */
export async function buildWps(folder: string, namespace: string = wpsNamespace): Promise<void> {
  if (!wpsName.test(namespace))
    throw new Error(`--namespace is "${namespace}"; expected letters, digits and _, not a digit first`);
  const root = findRoot(dirname(fileURLToPath(import.meta.url)));
  await makeFolder(folder, { madeBy: "soundings addin wps", namespace }, async (draft) => {
    await build({
      bundle: true,
      minify: true,
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      format: "iife",
      target: "es2018",
      entryPoints: [join(root, "addin/wps/functions.ts")],
      outfile: join(draft, "functions.js"),
      alias: { soundings: join(root, "core/index.ts") },
      define: { soundingsNamespace: JSON.stringify(namespace) },
    });
    const write = (name: string, text: string) => writeFileSync(join(draft, name), text);
    write("functions.json", `${JSON.stringify(wpsFunctionsJson(catalog), null, 1)}\n`);
    write("manifest.xml", manifest(namespace));
    write("ribbon.xml", ribbon);
    write("index.html", page);
    write("README.txt", readme(namespace));
  });
}

function manifest(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<JsPlugin>
  <ApiVersion>1.0.0</ApiVersion>
  <Name>Soundings</Name>
  <Description>测深：四份公开楼市报告的函数 Soundings: four published housing reports as functions</Description>
  <Functions>
    <Uri>/functions.json</Uri>
    <Namespace>${namespace}</Namespace>
  </Functions>
</JsPlugin>
`;
}

/** No button: WPS wants the file all the same. */
const ribbon = `<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"></customUI>
`;

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>Soundings 测深</title>
    <script src="functions.js"></script>
  </head>
</html>
`;

function readme(namespace: string): string {
  return `Soundings for WPS Office (12.1.0.20540 or newer), not yet seen in WPS itself.
测深 WPS 加载项（需 12.1.0.20540 或更新版本），尚未在 WPS 中验证。

1. Serve this folder at the top of an address, for example http://127.0.0.1:3893/.
   将本文件夹放在某地址的根目录下提供，例如 http://127.0.0.1:3893/。
2. Add to publish.xml in the jsaddons folder of WPS (Windows: %appdata%\\kingsoft\\wps\\jsaddons,
   Linux: ~/.local/share/Kingsoft/wps/jsaddons), inside <jsplugins>:
   在 WPS 的 jsaddons 文件夹的 publish.xml 中，<jsplugins> 之内加入：
   <jspluginonline name="Soundings" type="et" url="http://127.0.0.1:3893/" enable="enable_dev" />
3. Restart WPS. In a cell / 重启 WPS，在单元格输入：=${namespace}.HPI(A2:A16,B2:B16)
`;
}
