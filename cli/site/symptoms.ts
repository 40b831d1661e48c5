/** What goes wrong with functions of an add-in in Excel, why, and what helps. Here: the words. Not here: the page. */
import type { Text } from "soundings";

export interface Symptom {
  /** Anchor of its place in the page. */
  readonly id: string;
  readonly seen: Text;
  readonly why: Text;
  readonly cure: Text;
  /** Reports of it: number of an issue in Microsoft's public lists. */
  readonly reports?: readonly Report[];
}

type Report = `${"office-js" | "Excel-Custom-Functions"}#${number}`;

/** Inline HTML is allowed: the words are our own. */
export const symptoms: readonly Symptom[] = [
  {
    id: "name-at-start",
    seen: { en: "<code>#NAME?</code> right after Excel starts", zh: "Excel 刚启动时显示 <code>#NAME?</code>" },
    why: {
      en: "Excel opened the workbook before it had loaded the add-in.",
      zh: "Excel 在加载项就绪之前就打开了工作簿。",
    },
    cure: {
      en: "Open the pane once (Home › Soundings › Functions), then press Ctrl+Alt+F9. If it stays, close all Excel windows, clear the add-in's cache (below) and start again.",
      zh: "先打开一次窗格（开始 › Soundings › 函数），再按 Ctrl+Alt+F9。若仍不消失，关闭所有 Excel 窗口，清除加载项缓存（见下）后重新打开。",
    },
    reports: ["office-js#5912", "office-js#6294"],
  },
  {
    id: "name-at-recipient",
    seen: {
      en: "<code>#NAME?</code> at the person to whom a workbook was sent",
      zh: "收件人打开工作簿后看到 <code>#NAME?</code>",
    },
    why: {
      en: "The functions belong to the add-in, not to the workbook. A recalculation without the add-in loses the answers.",
      zh: "函数属于加载项而不属于工作簿；没有加载项时一旦重新计算，答案就会丢失。",
    },
    cure: {
      en: "Before sending: in the pane, “Send to someone without the add-in”, Freeze. Every answer stays as a value, and a sheet says where each came from. Thaw brings the formulas back.",
      zh: "发送前在窗格中选“发给没有加载项的人”并冻结：答案保留为数值，另附一张来源表；解冻即可恢复公式。",
    },
  },
  {
    id: "name-prefix",
    seen: { en: "<code>#NAME?</code> for every function, always", zh: "所有函数始终显示 <code>#NAME?</code>" },
    why: {
      en: "The add-in is not installed in this Excel, or it was installed with a prefix.",
      zh: "此 Excel 未安装加载项，或安装的是带前缀的版本。",
    },
    cure: {
      en: "Type <code>=SND.HPI(…)</code> (or your company's prefix). Else install it: the start page says how. Custom functions need Excel 2021 or Microsoft 365.",
      zh: "试用 <code>=SND.HPI(…)</code>（或贵公司的前缀）；否则按起始页的步骤安装。自定义函数需要 Excel 2021 或 Microsoft 365。",
    },
  },
  {
    id: "busy",
    seen: { en: "<code>#BUSY!</code> that does not end", zh: "<code>#BUSY!</code> 一直不消失" },
    why: {
      en: "Excel waits for the add-in's runtime. These functions ask no server and wait for nothing: the runtime itself did not start, or was ended.",
      zh: "Excel 在等待加载项的运行环境。本套函数不访问任何服务器、无需等待：是运行环境未启动或已被结束。",
    },
    cure: {
      en: "Close the pane and open it again, then press Ctrl+Alt+F9. If it stays, restart Excel. With many thousands of cells, use one spilling function (<code>HPI_TABLE</code>, <code>RENT_TABLE</code>) in place of one formula in each row.",
      zh: "关闭窗格并重新打开，再按 Ctrl+Alt+F9；仍不消失则重启 Excel。单元格成千上万时，请用一个溢出函数（<code>HPI_TABLE</code>、<code>RENT_TABLE</code>）代替逐行公式。",
    },
    reports: ["office-js#6930", "office-js#3234", "office-js#794"],
  },
  {
    id: "value",
    seen: { en: "<code>#VALUE!</code> or <code>#N/A</code>", zh: "<code>#VALUE!</code> 或 <code>#N/A</code>" },
    why: {
      en: "An argument was refused, or the answer is that it never happens. Nothing is guessed: <code>12亿元</code>, and <code>12.9</code> where 12.9 % is meant, are refused.",
      zh: "参数被拒绝，或答案是“永远不会发生”。本套函数从不猜测：<code>12亿元</code>，以及应为 12.9% 却写成 <code>12.9</code>，都会被拒绝。",
    },
    cure: {
      en: "Hover over the cell, or click the sign beside it: the message says which argument, which row, what was seen and what was wanted. The pane's Explain says the same.",
      zh: "将鼠标停在单元格上或点击旁边的标记：提示会说明是哪个参数、第几行、看到了什么、应为什么。窗格的“解释此单元格”也会说明。",
    },
  },
  {
    id: "num",
    seen: {
      en: "<code>#NUM!</code> or <code>#DIV/0!</code> without a message",
      zh: "<code>#NUM!</code> 或 <code>#DIV/0!</code> 没有说明",
    },
    why: {
      en: "A number is outside of what the function takes, or a denominator is 0. Excel shows no text with these two.",
      zh: "数值超出函数的取值范围，或分母为 0。这两种错误 Excel 不显示文字。",
    },
    cure: {
      en: "Select the cell and open the pane: Explain gives the reason in words.",
      zh: "选中单元格并打开窗格：“解释此单元格”会说明原因。",
    },
  },
  {
    id: "spill",
    seen: { en: "<code>#SPILL!</code>", zh: "<code>#SPILL!</code>（溢出）" },
    why: {
      en: "The answer has several cells and something stands in their way.",
      zh: "结果占多个单元格，而其中有单元格不是空的。",
    },
    cure: {
      en: "Empty the cells to the right and below, or move the formula. In a table (Ctrl+T) nothing can spill: put the formula outside it.",
      zh: "清空右侧与下方的单元格，或移动公式。表格（Ctrl+T）内不能溢出，请把公式放在表格外。",
    },
  },
  {
    id: "calc",
    seen: {
      en: "<code>#CALC!</code> for whole columns (<code>A:A</code>) in Excel on the web",
      zh: "Excel 网页版中整列引用（<code>A:A</code>）显示 <code>#CALC!</code>",
    },
    why: {
      en: "Excel on the web has refused to send a million cells to a function.",
      zh: "Excel 网页版拒绝把上百万个单元格传给函数。",
    },
    cure: {
      en: "Name the rows: <code>A2:A5000</code>, or a table's column: <code>Lots[start]</code>.",
      zh: "写明行号：<code>A2:A5000</code>，或引用表格的列：<code>Lots[start]</code>。",
    },
    reports: ["office-js#4613"],
  },
  {
    id: "ref",
    seen: { en: "<code>#REF!</code> where a function of ours should answer", zh: "本应有答案的函数显示 <code>#REF!</code>" },
    why: {
      en: "Another add-in has a function of the same name.",
      zh: "另一个加载项有同名函数。",
    },
    cure: {
      en: "Install the manifest with a prefix: <code>=SND.HPI(…)</code>. <code>soundings addin build</code> writes it beside the other.",
      zh: "改装带前缀的清单：<code>=SND.HPI(…)</code>。<code>soundings addin build</code> 会同时生成两份清单。",
    },
    reports: ["Excel-Custom-Functions#122"],
  },
  {
    id: "stale",
    seen: {
      en: "Argument help is old or in the wrong language; a new function is missing",
      zh: "参数说明是旧的或语言不对；新函数不见",
    },
    why: {
      en: "Excel keeps an add-in's descriptions for up to a day.",
      zh: "Excel 会缓存加载项的描述，最长一天。",
    },
    cure: {
      en: "Close Excel and empty the cache. Windows: the folder <code>%LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef</code>. Mac: <code>~/Library/Containers/com.microsoft.Excel/Data/Library/Caches</code>. Web: remove the add-in, reload the page, upload it again.",
      zh: "关闭 Excel 并清空缓存。Windows：文件夹 <code>%LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef</code>；Mac：<code>~/Library/Containers/com.microsoft.Excel/Data/Library/Caches</code>；网页版：移除加载项、刷新页面、重新上传。",
    },
  },
  {
    id: "pane",
    seen: { en: "The pane is blank, or Excel cannot load the add-in", zh: "窗格空白，或 Excel 提示无法加载" },
    why: {
      en: "Nothing answers at the manifest's address, or its certificate is not trusted.",
      zh: "清单所指的地址无人应答，或证书不受信任。",
    },
    cure: {
      en: "With the manifest for this machine: <code>npm start</code> must be running, after <code>npx office-addin-dev-certs install</code>. With a company's: open its address in a browser; what the browser says is the reason.",
      zh: "本机清单：需先执行 <code>npx office-addin-dev-certs install</code>，并保持 <code>npm start</code> 运行。企业清单：在浏览器中打开其地址，浏览器的提示就是原因。",
    },
  },
  {
    id: "at-sign",
    seen: {
      en: "An <code>@</code> appears in a formula, and a spill shows one cell only",
      zh: "公式里出现 <code>@</code>，溢出结果只剩一格",
    },
    why: {
      en: "The workbook was saved by an Excel that did not know the function, or that has no spilling.",
      zh: "工作簿曾由不认识该函数或不支持溢出的 Excel 保存。",
    },
    cure: { en: "Take the <code>@</code> out and press Enter.", zh: "删除 <code>@</code> 并回车。" },
  },
  {
    id: "cards",
    seen: {
      en: "With cards switched on, a formula that uses one of our cells shows <code>#VALUE!</code> or <code>#BUSY!</code>",
      zh: "开启数值卡片后，引用本套函数单元格的公式显示 <code>#VALUE!</code> 或 <code>#BUSY!</code>",
    },
    why: {
      en: "Several releases of Excel could not pass a value with a card on to another function.",
      zh: "若干版本的 Excel 无法把带卡片的值传给另一个函数。",
    },
    cure: {
      en: "Switch cards off in the pane and press Ctrl+Alt+F9: the numbers stay the same.",
      zh: "在窗格中关闭卡片并按 Ctrl+Alt+F9：数值不变。",
    },
    reports: ["office-js#2931", "office-js#4466", "office-js#4576", "office-js#5794"],
  },
  {
    id: "other-programs",
    seen: { en: "LibreOffice, Numbers or Google Sheets show an error", zh: "LibreOffice、Numbers 或 Google 表格显示错误" },
    why: {
      en: "They have no functions of Office add-ins. They keep the stored answers until they recalculate.",
      zh: "它们没有 Office 加载项函数；重新计算之前会保留已存的答案。",
    },
    cure: {
      en: "Freeze before sending. For WPS Office, <code>soundings addin wps</code> writes the same functions.",
      zh: "发送前先冻结。WPS Office 可用 <code>soundings addin wps</code> 生成的同一套函数。",
    },
  },
];
