/** What freezing and thawing are both asked, and what both may answer. */
import type { Language } from "soundings";
import type { Scope } from "./found.js";
import type { Pause } from "./settled.js";

export interface Asked {
  readonly scope: Scope;
  readonly language: Language;
  readonly pause: Pause;
}

/** There was nothing to do; or nothing was changed, or all of it was put back. */
export type NotDone = { readonly kind: "nothing" } | { readonly kind: "refused"; readonly reasons: readonly string[] };
