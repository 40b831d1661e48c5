/** The function reference as a page, one anchor per function: Excel's help links lead here. */
import MarkdownIt from "markdown-it";
import { catalog } from "soundings";
import { describe } from "../handbook.js";
import { both, layout } from "./layout.js";

/** HTML of the reference page. */
export function referencePage(): string {
  const markdown = new MarkdownIt();
  const title = { en: "Soundings: function reference", zh: "测深：函数手册" };
  const contents = catalog.map((d) => `<li><a href="#${d.id}"><code>${d.id}</code></a> ${both(d.summary)}</li>`).join("");
  const articles = catalog.map((d) => {
    const texts = { en: markdown.render(describe(d, "en")), zh: markdown.render(describe(d, "zh")) };
    return `<article id="${d.id}">${both(texts, "div")}</article>`;
  });
  return layout(
    title,
    `<h1>${both({ en: "Functions", zh: "函数" })}</h1><ul class="toc">${contents}</ul>${articles.join("")}`,
    "../",
  );
}
