import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { readPlaywright, readVitest, type Tally } from "./check/read-report";

type Step = {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads which tests passed and failed from a report; a step without one counts as a single check. */
  report?: { file: string; read: (report: unknown) => Tally };
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
  report: { file: `${results}/vitest.json`, read: readVitest },
};

const playwright: Step = {
  name: "end-to-end tests",
  command: [bin("playwright"), "test"],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/playwright.json` },
  report: { file: `${results}/playwright.json`, read: readPlaywright },
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
function tallyOf({ name, report }: Step, succeeded: boolean): Tally {
  if (!report) return succeeded ? { passed: 1, failures: [] } : { passed: 0, failures: [name] };
  try {
    const { passed, failures } = report.read(JSON.parse(readFileSync(report.file, "utf8")));
    const silent = failures.length === 0 && (passed === 0 || !succeeded);
    return { passed, failures: silent ? [`${name}: ended badly, and no test says why`] : failures };
  } catch {
    return { passed: 0, failures: [`${name}: no report`] };
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
  let passed = 0;
  const failures: string[] = [];
  for (const step of full ? FULL : FAST) {
    const started = Date.now();
    console.log(`\n— ${step.name}`);
    const succeeded = await run(step);
    const tally = tallyOf(step, succeeded);
    passed += tally.passed;
    failures.push(...tally.failures);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`— ${step.name}: ${succeeded ? "ok" : "FAILED"} (${seconds} s)`);
  }
  // The end of a long log is what people see first.
  for (const failure of failures) console.log(`✗ ${failure}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
}

await main();
