/** `npm run test:peers`: the kernel under other people's tools. Apart from `npm test`, which needs no Python. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { alias: [{ find: /^soundings$/, replacement: fileURLToPath(new URL("../../core/index.ts", import.meta.url)) }] },
  test: {
    include: ["tests/peers/*.test.ts"],
    globalSetup: ["tests/setup.ts"],
    fileParallelism: false,
    reporters: ["verbose"],
  },
});
