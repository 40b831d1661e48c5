/** Options of a command line: --name value, and --name alone for switches. Here: reading and refusing. */

/** What a command line holds, by the option's name without its dashes. */
export type Given = Readonly<Record<string, string | true>>;

/**
 * Read options.
 * @param valued names that a value follows
 * @param switches names that stand alone
 * @throws Error for anything else, naming it
 */
export function readOptions(args: readonly string[], valued: readonly string[], switches: readonly string[] = []): Given {
  const given: Record<string, string | true> = {};
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    const name = word.replace(/^--/, "");
    if (!word.startsWith("--") || ![...valued, ...switches].includes(name)) {
      throw new Error(`"${word}" is not understood; the options are ${[...valued, ...switches].map((n) => `--${n}`).join(", ")}`);
    }
    if (switches.includes(name)) given[name] = true;
    else {
      const value = args[++i];
      if (value === undefined || value.startsWith("--")) throw new Error(`--${name} needs a value`);
      given[name] = value;
    }
  }
  return given;
}

/** The value of an option that takes one. */
export function textOf(given: Given, name: string): string | undefined {
  const value = given[name];
  return typeof value === "string" ? value : undefined;
}
