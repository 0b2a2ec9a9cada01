import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../../scripts/free-port";
import { endProcess } from "../../../scripts/process/end-process";
import { endsWithUs } from "../../../scripts/process/ends-with-us";
import { untilAnswers } from "../../../scripts/process/until-answers";

export type Mode = "start" | "standalone" | "dev";

const NEXT = resolve("node_modules/next/dist/bin/next");
const STANDALONE = resolve(".next/standalone/server.js");

export const SECRET = Buffer.alloc(32, 7).toString("base64");

/** The build leaves its files beside the copy that is to stand alone; every guide puts them into it. */
function completeStandalone(): void {
  const files = resolve(".next/standalone/.next/static");
  if (!existsSync(files)) cpSync(resolve(".next/static"), files, { recursive: true });
}

export type RunningShop = {
  port: number;
  url: string;
  pid: number;
  /** Settles when the process is gone, for whatever reason. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  output(): string;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
};

type Options = {
  mode?: Mode;
  upstream: string;
  env?: Record<string, string>;
  /** The address that buyers use, when something stands in front. */
  siteUrl?: string;
};

/** One instance of the built shop, as an operator would start it. */
export async function startShop({
  mode = "start",
  upstream,
  env,
  siteUrl,
}: Options): Promise<RunningShop> {
  const port = await freePort(0);
  const site = siteUrl ?? `http://localhost:${port}`;
  if (mode === "standalone" && !existsSync(STANDALONE)) {
    throw new Error("There is no standalone build; run `npm run build` first");
  }
  if (mode === "standalone") completeStandalone();
  const command = mode === "standalone" ? [STANDALONE] : [NEXT, mode, "-p", String(port)];
  const child = endsWithUs(
    spawn(process.execPath, command, {
      env: {
        ...process.env,
        NODE_ENV: mode === "dev" ? "development" : "production",
        PORT: String(port),
        HOSTNAME: "::",
        API_URL: upstream,
        PARTNER_ID: "partner-sentinel-4711",
        SITE_URL: site,
        ORDER_SECRET: SECRET,
        SHOPS_DIR: await shopsOn(site),
        LOG_LEVEL: "info",
        NEXT_TELEMETRY_DISABLED: "1",
        LIMIT_VALIDATIONS: "5000/60",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    }),
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const running = {
    port,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ended: new Promise<Awaited<RunningShop["ended"]>>((resolve) =>
      child.once("exit", (code, signal) => resolve({ code, signal })),
    ),
    output: () => printed,
  };
  await untilAnswers(child, `${running.url}/api/health/live`, () => printed).catch(
    async (error: unknown) => {
      await endProcess(child);
      throw error;
    },
  );
  return {
    ...running,
    signal: (name) => child.kill(name),
    stop: () => endProcess(child),
  };
}

/** The default shop alone, at this address. */
async function shopsOn(site: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "storefront-shops-"));
  await cp("shops/default", join(folder, "default"), { recursive: true });
  const file = join(folder, "default/shop.json");
  const { url: _url, ...shop } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...shop, url: site }));
  return folder;
}
