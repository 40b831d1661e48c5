/** The page for when something goes wrong in Excel: each symptom with its cause and cure. */
import { both, layout } from "./layout.js";
import { type Symptom, symptoms } from "./symptoms.js";

/** HTML of help/index.html. */
export function helpPage(): string {
  const title = { en: "When something goes wrong in Excel", zh: "在 Excel 中遇到问题时" };
  const lead = {
    en: "What people see with functions of add-ins, why, and what helps. Written from Microsoft's documentation and its users' reports; not yet tried in Excel by this project.",
    zh: "使用加载项函数时可能看到的现象、原因与处理办法。依据微软文档与用户报告写成，本项目尚未在 Excel 中亲自验证。",
  };
  const contents = symptoms.map(({ id, seen }) => `<li><a href="#${id}">${both(seen)}</a></li>`).join("");
  const body = `<h1>${both(title)}</h1><p class="lead">${both(lead)}</p><ul>${contents}</ul>${symptoms.map(article).join("")}`;
  return layout(title, body, "../");
}

function article({ id, seen, why, cure, reports = [] }: Symptom): string {
  const links = reports.map((report) => {
    const [list, number] = report.split("#");
    return `<a href="https://github.com/OfficeDev/${list}/issues/${number}">${report}</a>`;
  });
  const reported =
    links.length === 0 ? "" : `<p>${both({ en: "Reported to Microsoft: ", zh: "微软公开问题：" })}${links.join(", ")}</p>`;
  return `<article id="${id}"><h2>${both(seen)}</h2>${both(why, "p")}${both(cure, "p")}${reported}</article>`;
}
