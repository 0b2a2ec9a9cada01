import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { endsWithUs } from "../process/ends-with-us";

const MEMORY_BYTES = 768 * 1024 * 1024;

const isRoot = process.getuid?.() === 0;

/** Starts a command as a user without rights, where this one may, with little memory and only the given environment. */
export function startConfined(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const [name = "", ...args] = command;
  const wanted = [name === "node" ? process.execPath : name, ...args];
  const user = isRoot
    ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs"]
    : [];
  const limit = process.platform === "linux" ? ["prlimit", `--data=${MEMORY_BYTES}`] : [];
  const [program = "", ...rest] = [...limit, ...user, ...wanted];
  return endsWithUs(
    spawn(program, rest, {
      cwd,
      env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

/** Files that the user without rights has written outside the temporary folder; nothing to say when it is not another. */
export function writtenOutside(since: string): string[] {
  if (!isRoot) return [];
  const { stdout } = spawnSync(
    "find",
    ["/", "-xdev", "-path", "/tmp", "-prune", "-o", "-user", "nobody", "-newer", since, "-print"],
    { encoding: "utf8" },
  );
  return stdout.split("\n").filter((line) => line !== "");
}

/** Resident memory of a process in MB, where the system tells. */
export function residentMb(pid: number): number | undefined {
  const { stdout, status } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], {
    encoding: "utf8",
  });
  return status === 0 ? Math.round(Number(stdout.trim()) / 1024) : undefined;
}
