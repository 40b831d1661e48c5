/**
 * One process at a time, over several: a folder that holds the number of the process that made it.
 * In plain JavaScript, because bootstrap.mjs needs it before anything is built. Not here: what is done under the lock.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds between two looks at a lock that another holds. */
const look = 200;
/** No work takes this long: its number now belongs to another process; ms. */
const oldest = 1_800_000;

/**
 * Does `work` while no other process does; waits for one that does.
 * @param {string} lock folder that is the lock; the one above it is made
 * @param {(holder: number) => void} waiting called once if another holds the lock
 * @param {() => void} work may end the process
 */
export function withLock(lock, waiting, work) {
  let told = false;
  while (!take(lock)) {
    const holder = holderOf(lock);
    if (holder === undefined) continue; // given back at this moment
    if (isStale(lock, holder)) breakLock(lock, holder);
    else {
      if (!told) waiting(holder);
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, look);
    }
  }
  // First out of the way, whole: a folder in the middle of its removal can be renamed over.
  const release = () => setAside(lock);
  process.once("exit", release);
  try {
    work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** The folder appears with the number in it: a folder that is not empty cannot be renamed over. */
function take(lock) {
  const own = `${lock}.${process.pid}`;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "pid"), String(process.pid));
  try {
    renameSync(own, lock);
    return true;
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    // Windows says EPERM, which can also mean that the folder above may not be written.
    if (["ENOTEMPTY", "EEXIST"].includes(error.code) || holderOf(lock) !== undefined) return false;
    throw error;
  }
}

/** Undefined where there is no lock. */
function holderOf(lock) {
  try {
    return Number(readFileSync(join(lock, "pid"), "utf8"));
  } catch {
    return undefined;
  }
}

function isStale(lock, holder) {
  try {
    process.kill(holder, 0);
  } catch (error) {
    if (error.code === "ESRCH") return true;
  }
  try {
    return Date.now() - statSync(join(lock, "pid")).mtimeMs > oldest;
  } catch {
    return false;
  }
}

/** Two may find the same lock stale, and the slower one may catch the faster one's new lock: then it gives it back. */
function breakLock(lock, holder) {
  setAside(lock, (aside) => {
    if (holderOf(aside) !== holder) renameSync(aside, lock);
  });
}

function setAside(lock, then = () => {}) {
  const aside = `${lock}.${process.pid}.old`;
  try {
    renameSync(lock, aside);
    then(aside);
  } catch {
    // Another was faster.
  }
  rmSync(aside, { recursive: true, force: true });
}
