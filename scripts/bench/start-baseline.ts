import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { freePort } from "../free-port";

const FOLDER = "tests/bench/baseline";
const NEXT = "node_modules/next/dist/bin/next";

/** Builds the minimal app where that is not done yet, and starts it. */
export async function startBaseline(): Promise<{ url: string; stop(): void }> {
  if (!existsSync(`${FOLDER}/.next/BUILD_ID`)) {
    const built = spawnSync(process.execPath, [NEXT, "build", FOLDER], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (built.status !== 0) throw new Error("the minimal app cannot be built");
  }
  const port = await freePort(0);
  const child: ChildProcess = spawn(process.execPath, [NEXT, "start", FOLDER, "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production" },
  });
  const url = `http://localhost:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(url).catch(() => undefined))?.ok) return { url, stop: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error("the minimal app does not answer");
}
