/** Where the task pane gets Office.js from: its script tag and its content security policy. Not here: the files of a copy. */
import type { OfficeSource } from "./options.js";

/** Folder of the copy in a built add-in. */
export const ownCopy = "office-js";

/**
 * The script that the pane loads. Excel on the web and the marketplace want Microsoft's; the address in China is that
 * of the Office 365 that 21Vianet operates; Microsoft no longer supports a copy of one's own, which closed networks need.
 */
export const officeScript: Readonly<Record<OfficeSource, string>> = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: `${ownCopy}/office.js`,
};

/** Origins besides its own that a page may load scripts from. */
export function scriptOrigins(office: OfficeSource): string[] {
  return office === "self" ? [] : [new URL(officeScript[office]).origin];
}

/**
 * The pane's HTML with Office.js from the chosen place, which is also the only one that its policy lets in.
 * @throws Error when the page has not the tag or the policy that it is expected to have
 */
export function withOffice(html: string, office: OfficeSource): string {
  const tag = `<script src="${officeScript.self}">`;
  const policy = "default-src 'self';";
  if (!html.includes(tag) || !html.includes(policy)) {
    throw new Error(`taskpane.html has no ${tag} or no policy that begins with ${policy}`);
  }
  if (office === "self") return html;
  const scripts = ["script-src 'self'", ...scriptOrigins(office)].join(" ");
  return html.replace(tag, `<script src="${officeScript[office]}">`).replace(policy, `${policy} ${scripts};`);
}
