import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { freePort } from "../../../scripts/free-port";
import { endsWithUs } from "../../../scripts/process/ends-with-us";
import { untilListens } from "../../../scripts/process/until-listens";

type RunningRedis = {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Keeps its connections and answers nothing more. */
  freeze(): void;
};

/** A real Redis on a port of its own that keeps nothing on disk. */
export async function startRedis(): Promise<RunningRedis> {
  if (spawnSync("redis-server", ["--version"]).status !== 0) {
    throw new Error("These tests need redis-server (Debian: apt-get install redis-server)");
  }
  const port = await freePort(0);
  let child: ChildProcess | undefined;
  const start = async () => {
    child = endsWithUs(
      spawn(
        "redis-server",
        ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        { stdio: "ignore" },
      ),
    );
    await untilListens(port);
  };
  const kill = () =>
    new Promise<void>((resolve) => {
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return resolve();
      running.once("exit", () => resolve());
      running.kill("SIGKILL");
    });
  await start();
  const freeze = () => void child?.kill("SIGSTOP");
  return { url: `redis://127.0.0.1:${port}`, kill, start, freeze };
}
