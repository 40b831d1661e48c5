/** Tests run against core's sources; whatever runs as its own process (kernel, runner, pages) is built first. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: [{ find: /^soundings$/, replacement: fileURLToPath(new URL("core/index.ts", import.meta.url)) }] },
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/peers/**"],
    globalSetup: ["tests/setup.ts"],
    setupFiles: ["tests/properties.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
