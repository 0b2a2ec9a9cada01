import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { GUARDS } from "./prove-table";

/** Takes one guard after the other out of a copy of the shop, and shows that its test notices. */

type Outcome = { passed: number; failed: number };

const TEST_TIMEOUT_MS = 90_000;
const LEFT_OUT = new Set([".git", ".next", "node_modules", "test-results", "playwright-report"]);

function copyOfShop(): string {
  const folder = mkdtempSync(join(tmpdir(), "storefront-prove-"));
  const root = resolve(".");
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !LEFT_OUT.has(source.slice(root.length + 1).split("/")[0] ?? ""),
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Runs the tests of a file whose names hold a text. A run that says nothing counts for neither side. */
function runTests(folder: string, file: string, named: string): Promise<Outcome> {
  const report = join(folder, "prove-report.json");
  rmSync(report, { force: true });
  const pattern = named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new Promise((done) => {
    const child = spawn(
      join(folder, "node_modules/.bin/vitest"),
      ["run", file, "-t", pattern, "--reporter=json", `--outputFile=${report}`],
      { cwd: folder, stdio: "ignore", timeout: TEST_TIMEOUT_MS },
    );
    child.on("error", () => done({ passed: 0, failed: 0 }));
    child.on("exit", () => done(readOutcome(report)));
  });
}

function readOutcome(report: string): Outcome {
  try {
    const read = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
    return { passed: read.numPassedTests ?? 0, failed: read.numFailedTests ?? 0 };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** What is wrong with a guard's proof; `undefined` when its test passes with it and fails without it. */
async function examine(folder: string, guard: (typeof GUARDS)[number]) {
  const path = join(folder, guard.file);
  const whole = readFileSync(path, "utf8");
  if (whole.split(guard.find).length !== 2)
    return "the text of the guard is not there exactly once";
  const before = await runTests(folder, guard.test, guard.named);
  if (before.failed > 0 || before.passed === 0) return "the test does not pass with the guard";
  writeFileSync(
    path,
    whole.replace(guard.find, () => guard.replace),
  );
  try {
    const after = await runTests(folder, guard.test, guard.named);
    return after.failed > 0 ? undefined : "the test still passes without the guard";
  } finally {
    writeFileSync(path, whole);
  }
}

async function main(): Promise<void> {
  const only = process.argv.slice(2);
  const folder = copyOfShop();
  let unproven = 0;
  try {
    for (const guard of GUARDS) {
      if (only.length > 0 && !only.includes(guard.row)) continue;
      const fault = await examine(folder, guard);
      if (fault) unproven += 1;
      const verdict = fault ? `NOT PROVEN: ${fault}` : "proven";
      console.log(`${guard.row.padEnd(4)} ${verdict.padEnd(10)} without ${guard.without}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(unproven === 0 ? "\nEvery guard is proven." : `\n${unproven} not proven.`);
  process.exit(unproven === 0 ? 0 : 1);
}

await main();
