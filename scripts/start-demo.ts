import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, rmSync } from "node:fs";
import { demoPartnerIds, demoShops } from "./demo-shops";
import { startFrameHost } from "./frame-host";
import { freePort } from "./free-port";
import { endProcess } from "./process/end-process";
import { endsWithUs } from "./process/ends-with-us";
import { untilAnswers } from "./process/until-answers";

type Demo = {
  shopUrl: string;
  sandboxUrl: string;
  /** Another site, which shows the shop in frames. */
  frameHostUrl: string;
  ports: { shop: number; sandbox: number };
  /** Everything that both processes have printed. */
  output(): string;
  stop(): Promise<void>;
};

type Options = {
  shopPort: number;
  sandboxPort: number;
  frameHostPort?: number;
  env?: Record<string, string>;
  /** The folder of shops; each gets an address on this machine. */
  shops?: string;
  /** Keeps what the two processes print in a file, which other processes can read. */
  logFile?: string | undefined;
  /** Shows what the two processes print as it comes. */
  echo?: boolean;
};

/** Starts the sandbox and the built shop in production mode on it, and waits until both answer. */
export async function startDemo(options: Options): Promise<Demo> {
  const sandboxPort = await freePort(options.sandboxPort);
  const shopPort = await freePort(options.shopPort);
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const shopUrl = `http://localhost:${shopPort}`;
  const frameHost = await startFrameHost(await freePort(options.frameHostPort ?? 0), shopUrl);
  const shops = demoShops(options.shops ?? "shops", shopPort, { frameOrigins: [frameHost.url] });
  let printed = "";
  const children: ChildProcess[] = [];
  const run = (command: string[], env: Record<string, string>) => {
    const child = endsWithUs(
      spawn(process.execPath, command, {
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
        // Ctrl-C reaches only this process, which then ends its children in order.
        detached: true,
      }),
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        if (options.echo) process.stderr.write(chunk);
        if (options.logFile) appendFileSync(options.logFile, chunk);
      });
    }
    children.push(child);
    return child;
  };
  const stop = async () => {
    await Promise.all([...children.map(endProcess), frameHost.stop()]);
    rmSync(shops, { recursive: true, force: true });
  };
  try {
    const sandbox = run(["--import", "tsx", "sandbox/server.ts"], { PORT: String(sandboxPort) });
    await untilAnswers(sandbox, `${sandboxUrl}/__control/stats`, () => printed);
    const shop = run(["node_modules/next/dist/bin/next", "start", "-p", String(shopPort)], {
      NODE_ENV: "production",
      API_URL: sandboxUrl,
      ...demoPartnerIds(shops),
      SITE_URL: shopUrl,
      ORDER_SECRET: randomBytes(32).toString("base64"),
      DEMO: "1",
      SHOPS_DIR: shops,
      LOG_LEVEL: "warn",
      ...options.env,
    });
    await untilAnswers(shop, `${shopUrl}/api/health/ready`, () => printed);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    shopUrl,
    sandboxUrl,
    frameHostUrl: frameHost.url,
    ports: { shop: shopPort, sandbox: sandboxPort },
    output: () => printed,
    stop,
  };
}
