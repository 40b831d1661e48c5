/** The end of a kernel whose parent has gone, and of what its cells started. Called from the guard's thread. */

/**
 * Ends the process group where the kernel leads one, as the runner and Jupyter start it; else the kernel alone.
 * Only a group's leader has the number of the group, so that no one else's is ended.
 */
export function endGroup(): void {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
}
