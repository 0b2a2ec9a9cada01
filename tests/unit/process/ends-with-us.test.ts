import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

/** Each test starts Node three times over. */
const SLOW = { timeout: 30_000 };
const CHILD = 'spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true })';

/** A script that starts a child and then does `work`; returns what ends it and the child's number. */
async function startScript(work: string) {
  const program = `
    const { spawn } = require("node:child_process");
    const { endsWithUs } = require(${JSON.stringify(resolve("scripts/process/ends-with-us.ts"))});
    const child = endsWithUs(${CHILD});
    process.stdout.write(String(child.pid));
    ${work}`;
  const script = spawn(process.execPath, ["--import", "tsx", "-e", program], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const pid = await new Promise<number>((said) =>
    script.stdout.once("data", (text: Buffer) => said(Number(text))),
  );
  return { script, pid };
}

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const WAIT = "setInterval(() => {}, 1000);";

test.each([
  ["Ctrl-C", WAIT, "SIGINT"],
  ["a wish to end", WAIT, "SIGTERM"],
  ["an error that nobody caught", 'setTimeout(() => { throw new Error("unforeseen"); }, 200);'],
  ["its own end", "setTimeout(() => process.exit(0), 200);"],
] as const)(
  "a script that ends by %s leaves no process behind",
  SLOW,
  async (_how, work, signal?) => {
    const { script, pid } = await startScript(work);
    expect(isThere(pid)).toBe(true);
    if (signal) script.kill(signal);
    await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false);
  },
);

test("a script with a way of its own to end goes that way", SLOW, async () => {
  const own = 'process.on("SIGTERM", () => setTimeout(() => process.exit(7), 50));';
  const { script } = await startScript(own + WAIT);
  script.kill("SIGTERM");
  expect(await new Promise((ended) => script.once("exit", ended))).toBe(7);
});
