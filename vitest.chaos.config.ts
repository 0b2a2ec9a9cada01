import { defineConfig } from "vitest/config";

/** Tests that need load, time or whole processes. They want a build, and run one after the other. */
export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": `${import.meta.dirname}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    env: { LOG_LEVEL: "silent" },
    include: ["tests/chaos/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
