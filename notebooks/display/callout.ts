/** Words beside the figures: markdown(), note() and verdict(). */
import { type Displayable, shows } from "./bundle.js";
import { inLanguage, type Words, wordsToHtml } from "./words.js";

/** Markdown text as a cell's result. */
export function markdown(text: string): Displayable {
  return shows({ "text/markdown": text, "text/plain": text });
}

function callout(kind: string, label: Words, text: Words): Displayable {
  return shows({
    "text/html": `<aside class="snd-callout ${kind}"><p><strong>${wordsToHtml(label)}</strong> ${wordsToHtml(text)}</p></aside>`,
    "text/plain": `${inLanguage(label, "en")} ${inLanguage(text, "en")}`,
  });
}

/** A remark that a reader must not miss: a limit of the data, an assumption. */
export function note(text: Words): Displayable {
  return callout("snd-note", { en: "Note.", zh: "注意：" }, text);
}

/** How a claim fared. */
export type Outcome = "holds" | "fails" | "open";

const outcomes: Record<Outcome, Words> = {
  holds: { en: "Holds.", zh: "成立：" },
  fails: { en: "Does not hold.", zh: "不成立：" },
  open: { en: "Undecided.", zh: "尚无定论：" },
};

/** What the numbers say about a claim, the outcome in words first. */
export function verdict(outcome: Outcome, text: Words): Displayable {
  return callout(`snd-verdict snd-${outcome}`, outcomes[outcome], text);
}
