import { spawn } from "node:child_process";
import { buildWhereMissing } from "../build-app";
import { freePort } from "../free-port";
import { endsWithUs } from "../process/ends-with-us";
import { untilAnswers } from "../process/until-answers";

const FOLDER = "tests/bench/baseline";
const NEXT = "node_modules/next/dist/bin/next";

/** Builds the minimal app where that is not done yet, and starts it. */
export async function startBaseline(): Promise<{ url: string; stop(): void }> {
  buildWhereMissing(FOLDER);
  const port = await freePort(0);
  const child = endsWithUs(
    spawn(process.execPath, [NEXT, "start", FOLDER, "-p", String(port)], {
      stdio: "ignore",
      env: { ...process.env, NODE_ENV: "production" },
    }),
  );
  const url = `http://localhost:${port}`;
  await untilAnswers(child, url);
  return { url, stop: () => child.kill() };
}
