/** First page of a deployed add-in: the manifests, how to put them into Excel, and what else is in the folder. */
import type { Text } from "soundings";
import { both, escapeHtml, layout } from "./layout.js";

interface Hosted {
  readonly site: string;
  readonly prefix: string;
  /** Names of the manifest without a prefix, and with it. */
  readonly manifests: readonly [bare: string, prefixed: string];
  readonly workbook: string;
  readonly hasNotebooks: boolean;
}

/** HTML of index.html. */
export function hostPage({ site, prefix, manifests: [bare, prefixed], workbook, hasNotebooks }: Hosted): string {
  const title = { en: "Soundings for Excel", zh: "测深 Excel 加载项" };
  const doors: readonly (readonly [href: string, title: Text])[] = [
    ["addin/sheet/", { en: "Try the functions in a sheet", zh: "在表格里试用函数" }],
    ["functions/", { en: "Function reference", zh: "函数手册" }],
    ["help/", { en: "When something goes wrong in Excel", zh: "在 Excel 中遇到问题时" }],
    [workbook, { en: "A workbook of every function in use", zh: "全部函数的示例工作簿" }],
    ["addin/taskpane.html", { en: "The task pane", zh: "任务窗格" }],
    ...(hasNotebooks ? [["notebooks/", { en: "Notebook pages", zh: "笔记本页面" }] as const] : []),
    ["THIRD-PARTY-NOTICES.txt", { en: "Third-party notices", zh: "第三方许可声明" }],
  ];
  const links = doors.map(([href, words]) => `<li><a href="${href}"><b>${both(words)}</b></a></li>`).join("");
  const choice = {
    en: `<a href="${bare}" download>${bare}</a> gives bare names, <code>=HPI(…)</code>. If another add-in has a function of the same name, take <a href="${prefixed}" download>${prefixed}</a> instead: <code>=${prefix}.HPI(…)</code>.`,
    zh: `<a href="${bare}" download>${bare}</a>：函数名不带前缀，<code>=HPI(…)</code>。如与其他加载项重名，请改用 <a href="${prefixed}" download>${prefixed}</a>：<code>=${prefix}.HPI(…)</code>。`,
  };
  const install = {
    en: "For a company, an administrator uploads the manifest once: Microsoft 365 admin center › Settings › Integrated apps › Upload custom apps. For one person: Excel on the web › Home › Add-ins › More Add-ins › Upload My Add-in; on a Mac copy it to <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code>; on Windows put it in a shared folder that is a trusted add-in catalog.",
    zh: "企业：管理员在 Microsoft 365 管理中心 › 设置 › 集成应用 › 上传自定义应用 中上传一次。个人：Excel 网页版 › 开始 › 加载项 › 更多加载项 › 上传我的加载项；Mac 复制到 <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code>；Windows 放入已设为受信任加载项目录的共享文件夹。",
  };
  const body = `<h1>${both(title)}</h1><p class="lead">${escapeHtml(site)}</p>${both(choice, "p")}${both(install, "p")}<ul class="doors">${links}</ul>`;
  return layout(title, body, "./");
}
