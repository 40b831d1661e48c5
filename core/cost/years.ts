/** Which numbers are calendar years here. A two-digit year or a date's serial number would compound for centuries. */
import type { Domain } from "../parameters.js";

export const calendarYear = { atLeast: 1900, atMost: 2200 } as const satisfies Domain;
