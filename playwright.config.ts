import { defineConfig } from "@playwright/test";

const executablePath = process.env.CHROMIUM_PATH;

const AFTER_ALL = "**/after-all.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A machine that is shared may keep a browser waiting. Whoever needed a second try is named at the end.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "test-results/report.json" }],
  ],
  projects: [
    { name: "shop", testIgnore: AFTER_ALL },
    // Looks at what the others left behind.
    { name: "after", testMatch: AFTER_ALL, dependencies: ["shop"] },
  ],
  use: {
    locale: "en-US",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
