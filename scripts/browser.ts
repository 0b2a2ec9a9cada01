import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Starts a browser without a window. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = await findBrowser();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-gpu", ...args],
  });
}

/**
 * A Chromium for the tests: the one named by CHROMIUM_PATH, an installed one, the one that comes as
 * a package on Linux, or the one that Playwright downloads. Returns `undefined` for Playwright's own.
 */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: packaged } = await import("@sparticuz/chromium");
    const path = await packaged.executablePath();
    if (spawnSync(path, ["--version", "--no-sandbox"]).status === 0) return path;
  }
  const install = spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  if (install.status !== 0) {
    throw new Error("No Chromium was found and none could be installed; set CHROMIUM_PATH.");
  }
  return undefined;
}
