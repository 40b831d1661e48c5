/** What an error says. The try-it sheet's errors come from another window, whose Error is not this one's. */
export function reasonOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === "string" ? message : String(error);
}
