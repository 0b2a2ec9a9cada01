import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser";

type Tally = { passed: number; failed: number };
type Step = {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads how many tests passed and failed; a step without one counts as a single check. */
  tally?: (succeeded: boolean) => Tally;
};

/** Longer than any step takes on a slow machine, and shorter than for ever. */
const STEP_MS_MAX = 30 * 60_000;
const results = mkdtempSync(join(tmpdir(), "storefront-check-"));
const bin = (name: string) => join("node_modules", ".bin", name);

const vitest: Step = {
  name: "unit, contract, route and component tests",
  command: [
    bin("vitest"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}/vitest.json`,
  ],
  tally: (succeeded) =>
    readTally(`${results}/vitest.json`, succeeded, (report) => {
      const { numPassedTests = 0, numTotalTests = 0 } = report as Record<string, number>;
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
    }),
};

const playwright: Step = {
  name: "end-to-end tests",
  command: [bin("playwright"), "test"],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/playwright.json` },
  tally: (succeeded) =>
    readTally(`${results}/playwright.json`, succeeded, (report) => {
      const { stats } = report as { stats: Record<string, number> };
      const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
      return { passed: expected + flaky, failed: unexpected + skipped };
    }),
};

const FAST: Step[] = [
  { name: "format and lint", command: [bin("biome"), "ci", "."] },
  { name: "route types", command: [bin("next"), "typegen"] },
  { name: "types", command: [bin("tsc"), "--noEmit"] },
  {
    name: "import boundaries",
    command: [
      bin("depcruise"),
      "--config",
      ".dependency-cruiser.mjs",
      "app",
      "components",
      "lib",
      "sandbox",
      "scripts",
      "tests",
      "proxy.ts",
      "instrumentation.ts",
    ],
  },
  { name: "dead code", command: [bin("knip")] },
  { name: "lockfile", command: [bin("tsx"), "scripts/lockfile-check.ts"] },
  vitest,
];
const FULL: Step[] = [
  ...FAST,
  { name: "production build", command: [bin("next"), "build"] },
  { name: "counted figures", command: [bin("tsx"), "scripts/bench-check.ts"] },
  playwright,
];

/** A report that is missing or says less than the exit code counts as a failure, never as silence. */
function readTally(file: string, succeeded: boolean, read: (report: unknown) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(file, "utf8")));
    const empty = tally.passed + tally.failed === 0;
    const contradicts = !succeeded && tally.failed === 0;
    return empty || contradicts ? { ...tally, failed: tally.failed + 1 } : tally;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(step: Step): Promise<boolean> {
  const [command = "", ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      timeout: STEP_MS_MAX,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...step.env },
    });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

async function main(): Promise<void> {
  const full = process.argv[2] === "all";
  if (full) {
    const browser = await findBrowser();
    if (browser) process.env.CHROMIUM_PATH = browser;
  }
  const total: Tally = { passed: 0, failed: 0 };
  for (const step of full ? FULL : FAST) {
    const started = Date.now();
    console.log(`\n— ${step.name}`);
    const succeeded = await run(step);
    const tally = step.tally?.(succeeded) ?? {
      passed: succeeded ? 1 : 0,
      failed: succeeded ? 0 : 1,
    };
    total.passed += tally.passed;
    total.failed += tally.failed;
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`— ${step.name}: ${succeeded ? "ok" : "FAILED"} (${seconds} s)`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

await main();
