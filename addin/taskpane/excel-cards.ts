/** The switch of the numbers' cards, where this Excel has them. Here: the setting, and the recalculation that it takes. */
import { cardsAreOn, cardsAreSupported, switchCards } from "../cards-setting.js";
import type { Cards } from "./host.js";

export function excelCards(): Cards | undefined {
  if (!cardsAreSupported()) return undefined;
  return {
    areOn: cardsAreOn,
    turn: async (on) => {
      switchCards(on);
      await recalculate();
    },
  };
}

/** Answers that are there already keep their cards, or go without, until they are worked out again. */
function recalculate(): Promise<void> {
  return Excel.run(async (context) => {
    context.application.calculate("Full");
    await context.sync();
  });
}
