import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { createSandbox } from "../../sandbox/create-sandbox";
import { freePort } from "../free-port";
import { assemble } from "../image/assemble";
import { readRecipe } from "../image/read-recipe";
import { median } from "./median";

const ROUNDS = 3;
const MS_MAX = 20_000;

/** Milliseconds from the start of the image's command to the first good page, upstream's answers included. */
export async function coldStartMs(): Promise<number> {
  const recipe = readRecipe(readFileSync("Dockerfile", "utf8"));
  const image = assemble(recipe);
  const sandbox = createSandbox();
  const { url: apiUrl } = await sandbox.listen(0);
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await startOnce(image, recipe.command, { ...recipe.env, API_URL: apiUrl }));
    }
    return Math.round(median(times));
  } finally {
    await sandbox.close();
    rmSync(image, { recursive: true, force: true });
  }
}

async function startOnce(cwd: string, command: readonly string[], more: Record<string, string>) {
  const port = await freePort(0);
  const url = `http://localhost:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, command.slice(1), {
    cwd,
    stdio: "ignore",
    env: {
      ...process.env,
      ...more,
      PORT: String(port),
      PARTNER_ID: "demo-partner",
      SITE_URL: url,
      ORDER_SECRET: randomBytes(32).toString("base64"),
      LOG_LEVEL: "warn",
      DEMO: "1",
    },
  });
  try {
    while (performance.now() - started < MS_MAX) {
      const reply = await fetch(`${url}/en/us`).catch(() => undefined);
      if (reply?.ok && (await reply.text()).includes("</html>")) return performance.now() - started;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return Number.NaN;
  } finally {
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
  }
}
