/** The task pane: in Excel, beside the try-it sheet, or alone in a browser. Here: its state and events. No arithmetic. */
import { catalog, findDefinition, type Language } from "soundings";
import { prefixIn, withPrefix } from "../prefix.js";
import { prefixedTemplate } from "../templates/template.js";
import { templates } from "../templates/templates.js";
import { answerIn } from "./answer.js";
import { cardsView } from "./cards-view.js";
import { showCell } from "./cell-view.js";
import { byId, el } from "./dom.js";
import { showFreeze } from "./freeze-section.js";
import { functionView } from "./function-view.js";
import { findHost, type Host } from "./host.js";
import { importView } from "./import-view.js";
import { listView, walkByArrows } from "./list-view.js";
import { type NotebookPage, notebookPages } from "./notebooks.js";
import { notebooksView } from "./notebooks-view.js";
import { reasonOf } from "./reason.js";
import { search } from "./search.js";
import { templateView } from "./template-view.js";
import { applyTheme } from "./theme.js";
import { words } from "./words.js";

interface State {
  language: Language;
  /** True once someone chose the language here: the host's own no longer matters. */
  languageChosen: boolean;
  query: string;
  host: Host | undefined;
  pages: readonly NotebookPage[];
}

const asked = new URLSearchParams(location.search).get("lang");
/** Of the manifest that opened this pane. */
const prefix = prefixIn(location.search);
const spelt = (formula: string) => withPrefix(formula, prefix);
const state: State = {
  language: languageOf(asked ?? navigator.language),
  languageChosen: asked !== null,
  query: "",
  host: undefined,
  pages: [],
};

function languageOf(tag: string): Language {
  return /^zh/i.test(tag) ? "zh" : "en";
}

/** The function in the address ("#HPI"), if the catalogue has it. */
function selected() {
  return findDefinition(decodeURIComponent(location.hash.slice(1)));
}

function showAll(): void {
  const w = words[state.language];
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  for (const button of byId("languages").querySelectorAll<HTMLElement>("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  }
  byId("languages").setAttribute("aria-label", w.language);
  byId("outside").replaceChildren(`${w.outside} `, el("a", { href: `sheet/?lang=${state.language}` }, w.besideSheet));
  byId("functions").setAttribute("aria-label", w.functions);
  byId("tools").setAttribute("aria-label", w.tools);
  byId("search-label").textContent = w.search;
  byId("search").setAttribute("placeholder", w.searchHint);
  byId("back").textContent = `‹ ${w.back}`;
  byId("something-wrong").textContent = w.somethingWrong;
  byId("status").textContent = "";
  showList();
  showFunction();
  showTools();
  if (state.host) showCell(state.host, state.language);
}

/** What there is to do beside finding functions. New sheets need a workbook. */
function showTools(): void {
  const { host, language } = state;
  showNotebooks();
  if (host === undefined) return;
  byId("templates").replaceChildren(templateView(language, insertTemplateIn(host)));
  byId("import").replaceChildren(importView({ language, insert: (block) => sayInserted(host.insertBlock(block)) }));
  if (host.cards) byId("cards").replaceChildren(cardsView(host.cards, language, tell));
  byId("tools").hidden = false;
  if (host.book) showFreeze(host.book, language);
}

function showNotebooks(): void {
  const { host, language, pages } = state;
  if (pages.length === 0) return;
  byId("notebooks").replaceChildren(notebooksView(pages, language, host?.openPage));
  byId("tools").hidden = false;
}

function showList(): void {
  const { language, query } = state;
  const found = search(catalog, query);
  byId("found").textContent = words[language].found(found.length, catalog.length);
  byId("list").replaceChildren(listView(found, { language, selected: selected()?.id }));
}

function showFunction(): void {
  const { language, host } = state;
  const definition = selected();
  const w = words[language];
  document.body.classList.toggle("has-function", definition !== undefined);
  document.title = definition === undefined ? "Soundings" : `${definition.id} · Soundings`;
  byId("function").toggleAttribute("hidden", false);
  if (definition === undefined) {
    byId("content").replaceChildren(el("p", { class: "quiet", id: "function-name" }, w.choose));
    return;
  }
  const take = host ? { label: w.insert, action: insertIn(host) } : { label: w.copy, action: copy };
  byId("content").replaceChildren(
    functionView(definition, { language, take, spelt, tell, answer: answerIn(language), pick: host?.selectedRange }),
  );
}

/** After a choice, the reader stands at the function's name; after "back", at the link that was followed. */
function showChoice(from: string): void {
  showList();
  showFunction();
  byId("status").textContent = "";
  if (selected()) {
    window.scrollTo(0, 0);
    byId("function-name").focus();
  } else {
    const link = byId("list").querySelector<HTMLElement>(`a[href="${from}"]`);
    (link ?? byId("search")).focus();
  }
}

function insertIn(host: Host): (formula: string) => void {
  return async (formula) => {
    const w = words[state.language];
    const done = await host.insert(formula);
    if (done.kind === "refused") tell(w.notInserted(done.reason));
    else tell(done.kind === "inserted" ? w.inserted(done.address) : w.occupied(done.address));
  };
}

function insertTemplateIn(host: Host): (id: string) => Promise<void> {
  return async (id) => {
    const template = templates.find((known) => known.id === id);
    if (template !== undefined) await sayInserted(host.insertTemplate(prefixedTemplate(template, prefix), state.language));
  };
}

async function sayInserted(sheet: Promise<string>): Promise<void> {
  const w = words[state.language];
  try {
    tell(w.sheetInserted(await sheet));
  } catch (error) {
    tell(w.notInserted(reasonOf(error)));
  }
}

async function copy(formula: string): Promise<void> {
  const w = words[state.language];
  try {
    await navigator.clipboard.writeText(formula);
    tell(w.copied(formula));
  } catch {
    tell(w.notCopied(formula));
  }
}

function tell(message: string): void {
  byId("status").textContent = message;
}

function listen(): void {
  const box = byId("search") as HTMLInputElement;
  box.addEventListener("input", () => {
    state.query = box.value;
    showList();
  });
  byId("languages").addEventListener("click", ({ target }) => {
    const chosen = target instanceof HTMLElement ? target.dataset.language : undefined;
    if (chosen === undefined) return;
    state.language = languageOf(chosen);
    state.languageChosen = true;
    showAll();
  });
  window.addEventListener("hashchange", (event) => showChoice(new URL(event.oldURL).hash));
  walkByArrows(byId("functions"));
}

/** First what needs no host, so that the pane is there at once; the host's language, colours and cells when it answers. */
async function start(): Promise<void> {
  listen();
  showAll();
  state.host = await findHost();
  byId("outside").hidden = state.host !== undefined;
  if (state.host !== undefined) await settleIn(state.host);
  state.pages = await notebookPages();
  showNotebooks();
  document.body.dataset.ready = "true";
}

async function settleIn(host: Host): Promise<void> {
  const { displayLanguage, theme } = host;
  if (!state.languageChosen && displayLanguage !== undefined) state.language = languageOf(displayLanguage);
  applyTheme(document.documentElement, theme);
  // The try-it page has a name and a language switch of its own, and was opened to see cells explained.
  document.body.classList.toggle("beside-sheet", host.place === "try-it sheet");
  if (host.place === "try-it sheet") byId("cell").querySelector("details")?.setAttribute("open", "");
  showAll();
  const renew = () => void showCell(host, state.language);
  await host.onSelection(renew);
  await host.onCalculation(renew);
}

await start();
