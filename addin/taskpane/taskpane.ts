/** The task pane: in Excel, beside the try-it sheet, or alone in a browser. Here: its state and events. No arithmetic. */
import { catalog, findDefinition, type Language } from "soundings";
import { prefixIn, withPrefix } from "../prefix.js";
import { reasonOf } from "../reason.js";
import { byId, el } from "./dom.js";
import { findHost, type Host } from "./host.js";
import { listView, walkByArrows } from "./list-view.js";
import { type NotebookPage, notebookPages } from "./notebooks.js";
import { search } from "./search.js";
import { applyTheme } from "./theme.js";
import { notLoaded, toolRow } from "./tool-row.js";
import { words } from "./words.js";

interface State {
  language: Language;
  /** True once someone chose the language here: the host's own no longer matters. */
  languageChosen: boolean;
  query: string;
  host: Host | undefined;
  pages: readonly NotebookPage[];
  /** Explains the selected cell anew, where there are cells. */
  renewCell: () => void;
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
  renewCell: () => {},
};

function languageOf(tag: string): Language {
  return /^zh/i.test(tag) ? "zh" : "en";
}

/** The function in the address ("#HPI"), if the catalogue has it. */
function selected() {
  return findDefinition(decodeURIComponent(location.hash.slice(1)));
}

async function showAll(): Promise<void> {
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
  showTools();
  await showFunction();
}

/** What there is to do beside finding functions, in the order in which people need it. New sheets need a workbook. */
function showTools(): void {
  const { host, language } = state;
  const w = words[language];
  showNotebooks();
  if (host === undefined) return;
  byId("tools").hidden = false;
  toolRow(byId("templates"), w.template, language, async () => {
    const { templateView } = await import("./template-view.js");
    return templateView({ language, prefix, insert: (template) => sayInserted(host.insertTemplate(template, language)) });
  });
  toolRow(byId("import"), w.import, language, async () => {
    const { importView } = await import("./import-view.js");
    return importView({ language, insert: (block) => sayInserted(host.insertBlock(block)) });
  });
  const { book, cards } = host;
  if (book) {
    toolRow(byId("send"), w.send, language, async () => {
      const { freezeSection } = await import("./freeze-section.js");
      return freezeSection(byId("send"), book, language);
    });
  }
  if (cards) {
    toolRow(byId("cards"), w.cards, language, async () => {
      const { cardsView } = await import("./cards-view.js");
      return cardsView(cards, language, tell);
    });
  }
}

function showNotebooks(): void {
  const { host, language, pages } = state;
  if (pages.length === 0) return;
  toolRow(byId("notebooks"), words[language].notebooks, language, async () => {
    const { notebooksView } = await import("./notebooks-view.js");
    return notebooksView(pages, language, host?.openPage);
  });
  byId("tools").hidden = false;
}

function showList(): void {
  const { language, query } = state;
  const found = search(catalog, query);
  byId("found").textContent = words[language].found(found.length, catalog.length);
  byId("list").replaceChildren(listView(found, { language, selected: selected()?.id }));
}

/** Counts the choices: a page that a later choice has overtaken is not shown. */
let chosen = 0;

async function showFunction(): Promise<void> {
  const turn = ++chosen;
  const { language, host } = state;
  const definition = selected();
  const w = words[language];
  document.body.classList.toggle("has-function", definition !== undefined);
  document.title = definition === undefined ? "Soundings" : `${definition.id} · Soundings`;
  if (definition === undefined) {
    byId("content").replaceChildren(el("p", { class: "quiet", id: "function-name" }, w.choose));
    return;
  }
  const take = host ? { label: w.insert, action: insertIn(host) } : { label: w.copy, action: copy };
  try {
    const { functionView, answerIn } = await import("./function-page.js");
    if (turn !== chosen) return;
    const options = { language, take, spelt, tell, answer: answerIn(language), pick: host?.selectedRange };
    byId("content").replaceChildren(functionView(definition, options));
  } catch (error) {
    if (turn === chosen) byId("content").replaceChildren(notLoaded(error, language));
  }
}

/** After a choice, the reader stands at the function's name; after "back", at the link that was followed. */
async function showChoice(from: string): Promise<void> {
  showList();
  tell("");
  await showFunction();
  if (selected()) {
    byId("back").scrollIntoView();
    document.getElementById("function-name")?.focus({ preventScroll: true });
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
    void showAll();
    state.renewCell();
  });
  window.addEventListener("hashchange", (event) => void showChoice(new URL(event.oldURL).hash));
  walkByArrows(byId("functions"));
}

/** First what needs no host, so that the pane is there at once; the host's language, colours and cells when it answers. */
async function start(): Promise<void> {
  listen();
  const shown = showAll();
  state.host = await findHost();
  byId("outside").hidden = state.host !== undefined;
  await shown;
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
  const isTrial = host.place === "try-it sheet";
  document.body.classList.toggle("beside-sheet", isTrial);
  await showAll();
  const { showCell, startOpen } = await import("./cell-view.js");
  if (isTrial) startOpen();
  state.renewCell = () => void showCell(host, state.language);
  state.renewCell();
  await host.onSelection(state.renewCell);
  await host.onCalculation(state.renewCell);
}

await start();
