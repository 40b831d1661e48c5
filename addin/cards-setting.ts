/**
 * Whether values carry their card: someone switched it on in the pane, this Excel takes data types from functions, and
 * it does not ask for more than it could be sent. Here: the decision. Not here: the card (value-card.ts).
 *
 * Off until someone switches it on. Excel refused data types as arguments of other functions in several releases
 * (OfficeDev/office-js#2931, #4466, #4576) and as results on the web (#5794), and no Excel has been seen here.
 */

/** Functions and pane share one runtime, and with it this store. */
const key = "soundings.cards";

/** What takes a number with properties from a function: Microsoft 365. */
const needed = [
  ["ExcelApi", "1.19"],
  ["CustomFunctionsRuntime", "1.4"],
] as const;

/** A card weighs about a kilobyte and Excel takes 5 MB at a time: a long recalculation gets plain values after these. */
const mostAtOnce = 200;
/** Calls that are further apart belong to different recalculations; ms. */
const pause = 1000;

let carried = 0;
let lastAsked = 0;

/** Whether this Excel can show cards at all. */
export function cardsAreSupported(): boolean {
  const requirements = typeof Office === "undefined" ? undefined : Office.context?.requirements;
  return requirements !== undefined && needed.every(([set, version]) => requirements.isSetSupported(set, version));
}

export function cardsAreOn(): boolean {
  try {
    return typeof localStorage !== "undefined" && localStorage.getItem(key) === "on";
  } catch {
    // A browser that lets a frame store nothing throws at the name itself.
    return false;
  }
}

/** @throws DOMException where the browser lets this page store nothing */
export function switchCards(on: boolean): void {
  if (on) localStorage.setItem(key, "on");
  else localStorage.removeItem(key);
}

/** Asked once for each answer, of which it counts those that got a card. */
export function mayCarryCard(): boolean {
  if (!cardsAreOn() || !cardsAreSupported()) return false;
  const now = Date.now();
  if (now - lastAsked > pause) carried = 0;
  lastAsked = now;
  carried += 1;
  return carried <= mostAtOnce;
}
