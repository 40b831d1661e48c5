/** The index page of a folder of notebook pages. */
import { layout } from "./layout.js";
import { door, type Link } from "./link.js";

/** HTML that needs nothing but the pages beside it. */
export function folderPage(notebooks: readonly Link[]): string {
  const title = { en: "Notebooks", zh: "笔记本" };
  return layout(
    title,
    `<h1><span lang="en">${title.en}</span><span lang="zh-CN">${title.zh}</span></h1><ul class="doors">${notebooks.map(door).join("")}</ul>`,
  );
}
