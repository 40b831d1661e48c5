/** A folder that a command makes: it appears whole or not at all, and only ever replaces one of its own kind. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Says what made a folder, so that nothing else is ever replaced. */
const markFile = "soundings.json";

/**
 * Fill a new folder and put it in the place of an earlier one.
 * @param mark what to write down of how it was made
 * @throws Error when the folder holds something else, and whatever `fill` throws
 */
export async function makeFolder<T>(folder: string, mark: object, fill: (draft: string) => Promise<T>): Promise<T> {
  const target = resolve(folder);
  if (existsSync(target) && !existsSync(join(target, markFile)) && readdirSync(target).length > 0) {
    throw new Error(`${target} holds files that this command did not make; give another folder with --out`);
  }
  const draft = `${target}.${process.pid}.part`;
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { recursive: true });
    const made = await fill(draft);
    writeFileSync(join(draft, markFile), `${JSON.stringify(mark, null, 2)}\n`);
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
    return made;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
