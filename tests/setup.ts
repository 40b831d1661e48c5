/** Before any test: build what the tests start as processes of their own. `npm test` has then built already, and failed if that failed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export default function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-b"], { cwd: root, stdio: "inherit" });
  if (status !== 0) console.error("The build has errors; tests run against what it emitted.");
}
