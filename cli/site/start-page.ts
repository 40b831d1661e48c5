/** The page that `npm start` opens on: where everything is, and how to put the add-in into Excel. */
import type { Text } from "soundings";
import { securePort } from "../serve.js";
import { both, layout } from "./layout.js";
import { door, type Link } from "./link.js";

const doors: readonly Link[] = [
  {
    href: "addin/sheet/",
    title: { en: "Try the functions in a sheet", zh: "在表格里试用函数" },
    about: {
      en: "A spreadsheet in this page with the same functions; nothing leaves the browser.",
      zh: "网页内的电子表格，函数与 Excel 加载项相同；数据不离开浏览器。",
    },
  },
  {
    href: "addin/taskpane.html",
    title: { en: "The task pane", zh: "任务窗格" },
    about: {
      en: "Find a function and what each argument means, as Excel shows it beside the sheet.",
      zh: "查找函数与参数说明，与 Excel 侧边窗格一致。",
    },
  },
  {
    href: "soundings-examples.xlsx",
    title: { en: "A workbook of every function", zh: "全部函数的示例工作簿" },
    about: {
      en: "An .xlsx file with the answers stored: it reads right without the add-in.",
      zh: "一个 .xlsx 文件，答案已存入：没有加载项也能正确阅读。",
    },
  },
  {
    href: "functions/",
    title: { en: "Function reference", zh: "函数手册" },
    about: { en: "Every function: formula, units, errors, examples, source.", zh: "全部函数：公式、单位、错误、示例、出处。" },
  },
  {
    href: "help/",
    title: { en: "When something goes wrong in Excel", zh: "在 Excel 中遇到问题时" },
    about: {
      en: "#NAME?, #BUSY!, #VALUE! and the rest: why, and what helps.",
      zh: "#NAME?、#BUSY!、#VALUE! 等：原因与处理办法。",
    },
  },
];

/** HTML of the start page. */
export function startPage(notebooks: readonly Link[]): string {
  const title = { en: "Soundings: how far below the bottom is", zh: "测深：底还有多深" };
  const lead = {
    en: "Four published reports on China's housing market, made computable and checkable. Everything on this page runs on this machine.",
    zh: "把四份关于中国楼市的公开报告变得可计算、可核对。本页所有内容都在本机运行。",
  };
  const body = `<h1>${both(title)}</h1><p class="lead">${both(lead)}</p>
<h2>${both({ en: "Read", zh: "阅读" })}</h2><ul class="doors">${notebooks.map(door).join("")}</ul>
<h2>${both({ en: "Compute", zh: "计算" })}</h2><ul class="doors">${doors.map(door).join("")}</ul>
${installation()}`;
  return layout(title, body, "./");
}

function installation(): string {
  const certificate = {
    en: `Excel loads add-ins over https. Once on this machine, type <code>npx office-addin-dev-certs install</code>, agree to trust the certificate, and start <code>npm start</code> again: it then also serves <code>https://localhost:${securePort}/</code>, which the manifest names.`,
    zh: `Excel 只通过 https 加载加载项。请在本机执行一次 <code>npx office-addin-dev-certs install</code> 并同意信任证书，再重新运行 <code>npm start</code>：此后会同时提供清单所指的 <code>https://localhost:${securePort}/</code>。`,
  };
  const windows = {
    en: 'Put <a href="addin/manifest.xml" download>manifest.xml</a> in a folder, share that folder, and in Excel choose File › Options › Trust Center › Trust Center Settings › Trusted Add-in Catalogs; add the share as <code>\\\\this-computer\\folder</code>, tick “Show in Menu”, restart Excel, then Home › Add-ins › More Add-ins › Shared Folder › Soundings.',
    zh: '把 <a href="addin/manifest.xml" download>manifest.xml</a> 放进一个共享文件夹；在 Excel 中打开 文件 › 选项 › 信任中心 › 信任中心设置 › 受信任的加载项目录，添加 <code>\\\\本机名\\文件夹</code> 并勾选“在菜单中显示”；重启 Excel 后，开始 › 加载项 › 更多加载项 › 共享文件夹 › Soundings。',
  };
  const mac = {
    en: 'Copy <a href="addin/manifest.xml" download>manifest.xml</a> to <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code> (make the folder if it is missing), restart Excel, then Home › Add-ins › Soundings.',
    zh: '把 <a href="addin/manifest.xml" download>manifest.xml</a> 复制到 <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code>（没有就新建），重启 Excel，然后 开始 › 加载项 › Soundings。',
  };
  const web = {
    en: 'Open a workbook in Excel on the web, then Home › Add-ins › More Add-ins › Upload My Add-in, and choose <a href="addin/manifest.xml" download>manifest.xml</a>. The browser must trust the same certificate.',
    zh: '在 Excel 网页版打开工作簿，开始 › 加载项 › 更多加载项 › 上传我的加载项，选择 <a href="addin/manifest.xml" download>manifest.xml</a>。浏览器须信任同一证书。',
  };
  const steps: readonly (readonly [Text, Text])[] = [
    [{ en: "First, a certificate", zh: "先装证书" }, certificate],
    [{ en: "Windows", zh: "Windows" }, windows],
    [{ en: "Mac", zh: "Mac" }, mac],
    [{ en: "Excel on the web", zh: "Excel 网页版" }, web],
  ];
  const then = {
    en: "Then type <code>=HPI(A2:A16,B2:B16)</code> in a cell. These steps follow Microsoft's documentation; they have not been tried in Excel itself from this project's own machines.",
    zh: "然后在单元格输入 <code>=HPI(A2:A16,B2:B16)</code>。以上步骤依据微软文档，本项目尚未在 Excel 中亲自验证。",
  };
  return `<h2>${both({ en: "Put it into Excel", zh: "装进 Excel" })}</h2>${steps.map(([name, what]) => `<h3>${both(name)}</h3>${both(what, "p")}`).join("")}${both(then, "p")}`;
}
