/**
 * How a manifest gets into Excel on one machine: by Microsoft's tool, or by hand as Microsoft documents it for where
 * the tool cannot be fetched. Here: what would be done and said.
 * Not here: doing it. None of this has been seen in Excel.
 */
import { posix } from "node:path";

export const sideloadPlatforms = ["mac", "windows", "web", "linux"] as const;
export type SideloadPlatform = (typeof sideloadPlatforms)[number];

/** Microsoft's tool that registers a manifest and opens Excel with it. It is fetched when it is used: it brings nearly 600 packages. */
export const officialTool = "office-addin-dev-settings@4.0.0";

export interface SideloadPlan {
  /** Words for `npx` that make Microsoft's tool do it, and undo it. */
  readonly official?: { readonly put: readonly string[]; readonly takeOut: readonly string[] };
  /** The same by hand: folder whose absence means that Excel is not there, and the file to copy into a folder below it. */
  readonly copy?: { readonly excel: string; readonly to: string };
  /** By hand: steps for the user to take, with exact commands. */
  readonly lines: readonly string[];
  /** Whether anything can be done on this platform. */
  readonly possible: boolean;
}

/** The platform that a Node process runs on; undefined where Excel never ran. */
export function platformOf(nodePlatform: NodeJS.Platform): SideloadPlatform {
  if (nodePlatform === "darwin") return "mac";
  return nodePlatform === "win32" ? "windows" : "linux";
}

/**
 * What sideloading a manifest comes to.
 * @param manifest absolute path of the manifest, and its id
 * @param home the user's home folder
 */
export function sideloadPlan(
  platform: SideloadPlatform,
  { manifest, id, home }: { readonly manifest: string; readonly id: string; readonly home: string },
): SideloadPlan {
  switch (platform) {
    case "mac": {
      const excel = posix.join(home, "Library/Containers/com.microsoft.Excel");
      const to = posix.join(excel, "Data/Documents/wef", `${id}.manifest.xml`);
      return {
        possible: true,
        official: officialWords(manifest),
        copy: { excel, to },
        lines: ["Quit Excel and open it again, then: Home › Add-ins › Soundings.", `To take it out again: rm "${to}"`],
      };
    }
    case "windows":
      return { possible: true, official: officialWords(manifest), lines: windowsLines(manifest, id) };
    case "web":
      return { possible: true, lines: webLines(manifest) };
    case "linux":
      return {
        possible: false,
        lines: ["Excel does not run on Linux. In a browser it does:", ...webLines(manifest)],
      };
  }
}

function officialWords(manifest: string): NonNullable<SideloadPlan["official"]> {
  const tool = ["--yes", officialTool];
  return {
    put: [...tool, "sideload", manifest, "desktop", "--app", "Excel"],
    takeOut: [...tool, "unregister", manifest],
  };
}

const developerKey = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;

function windowsLines(manifest: string, id: string): string[] {
  return [
    "In a command prompt, register the manifest for this user:",
    `  reg add "${developerKey}" /v "${id}" /t REG_SZ /d "${manifest}" /f`,
    "Close every Excel window and open Excel again, then: Home › Add-ins › Soundings.",
    "To take it out again:",
    `  reg delete "${developerKey}" /v "${id}" /f`,
  ];
}

function webLines(manifest: string): string[] {
  return [
    "Open a workbook at https://excel.cloud.microsoft (in China: the portal of your Office 365).",
    "Home › Add-ins › More Add-ins › My Add-ins › Upload My Add-in, and choose:",
    `  ${manifest}`,
    "The browser must trust the certificate of the address that the manifest names.",
  ];
}
