import { type ChildProcess, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "../sandbox/create-sandbox";
import { buildWhereMissing } from "./build-app";
import { freePort } from "./free-port";
import { assemble, secretFiles } from "./image/assemble";
import { residentMb, startConfined, writtenOutside } from "./image/confined";
import { readRecipe } from "./image/read-recipe";

const COLD_START_MS = 3_000;
const failures: string[] = [];

function check(name: string, holds: boolean, seen: unknown = ""): void {
  console.log(`${holds ? "ok    " : "FAILED"} ${name} ${String(seen)}`);
  if (!holds) failures.push(name);
}

/** Walks the Dockerfile's last stage without a container engine and starts its command as the image would. */
async function main(): Promise<void> {
  const recipe = readRecipe(readFileSync("Dockerfile", "utf8"));
  buildWhereMissing();
  const image = assemble(recipe);
  check("the image runs as somebody without rights", !["", "root", "0"].includes(recipe.user));
  // A container's own build leaves them out by .dockerignore; here they are copied when they exist.
  const inContext = ["", ".local", ".production"].some((end) => existsSync(`.env${end}`));
  if (!inContext) check("no secret is in the image", secretFiles(image).length === 0);
  const marker = join(mkdtempSync(join(tmpdir(), "storefront-marker-")), "started");
  writeFileSync(marker, "");
  const sandbox = createSandbox();
  const { url: apiUrl } = await sandbox.listen(0);
  const port = await freePort(0);
  const shopUrl = `http://localhost:${port}`;
  const token = randomBytes(24).toString("base64url");
  const env = {
    ...recipe.env,
    PORT: String(port),
    API_URL: apiUrl,
    PARTNER_ID: "demo-partner",
    SITE_URL: shopUrl,
    ORDER_SECRET: randomBytes(32).toString("base64"),
    SETUP_TOKEN: token,
    LOG_LEVEL: "warn",
    DEMO: "1",
  };
  const started = performance.now();
  const shop = startConfined(recipe.command, image, env);
  let printed = "";
  for (const stream of [shop.stdout, shop.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  try {
    const page = await firstGoodPage(`${shopUrl}/en/us`);
    const ms = Math.round(performance.now() - started);
    check(
      `cold start to the first good page under ${COLD_START_MS} ms`,
      ms < COLD_START_MS,
      `${ms} ms`,
    );
    await checkAnswers(shopUrl, page, token);
    const health = startConfined(recipe.healthCommand, image, env);
    check("the health check passes", (await exitOf(health, 3_000)) === 0);
    check(
      "nothing is written outside /tmp",
      writtenOutside(marker).length === 0,
      writtenOutside(marker),
    );
    check("nothing is refused by the file system", !/EROFS|EACCES/.test(printed));
    const memory = shop.pid === undefined ? undefined : residentMb(shop.pid);
    check("it stays below 512 MB", memory === undefined || memory < 512, `${memory} MB`);
    shop.kill("SIGTERM");
    check("it ends within 10 s of SIGTERM", (await exitOf(shop, 10_000)) === 0);
  } finally {
    shop.kill("SIGKILL");
    await sandbox.close();
    removeFolder(image);
  }
  if (failures.length > 0)
    console.error(`\n${failures.length} failed. The shop printed:\n${printed}`);
  process.exit(failures.length === 0 ? 0 : 1);
}

/** How a process ends; one that takes longer is made to, and has no exit code. */
function exitOf(child: ChildProcess, patienceMs: number): Promise<number | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.once("exit", (code) => {
      clearTimeout(late);
      resolve(code);
    });
  });
}

async function firstGoodPage(url: string): Promise<string> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const reply = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (reply?.ok) return reply.text();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${url} never answered well`);
}

async function checkAnswers(shopUrl: string, page: string, token: string): Promise<void> {
  const asset = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? "/missing.js";
  for (const path of [asset, "/api/health/live", "/offline.js", "/og.png", "/en/us/browse"]) {
    const reply = await fetch(shopUrl + path, { signal: AbortSignal.timeout(10_000) });
    await reply.arrayBuffer();
    check(`${path} answers`, reply.ok, reply.status);
  }
  const stream = await fetch(`${shopUrl}/setup/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  });
  const type = stream.headers.get("content-type") ?? "";
  await stream.body?.cancel();
  check("streams are event streams", type.startsWith("text/event-stream"), type);
}

function removeFolder(folder: string): void {
  if (process.getuid?.() !== 0) spawnSync("chmod", ["-R", "u+w", folder]);
  else chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
}

await main();
