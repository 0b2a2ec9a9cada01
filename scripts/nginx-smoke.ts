import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:http2";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { localConfiguration } from "./nginx/local-configuration";
import { endsWithUs } from "./process/ends-with-us";
import { untilListens } from "./process/until-listens";
import { startDemo } from "./start-demo";

const REFERENCE = "reference-that-must-not-be-logged";
const failures: string[] = [];

function check(name: string, holds: boolean, seen: unknown = ""): void {
  console.log(`${holds ? "ok    " : "FAILED"} ${name} ${String(seen)}`);
  if (!holds) failures.push(name);
}

type Reply = {
  status: number;
  headers: Record<string, string>;
  body: string;
  firstByteMs: number;
  ms: number;
};

const agent = new Agent({ rejectUnauthorized: false });

function get(url: string, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const signal = AbortSignal.timeout(20_000);
    const call = request(url, { agent, headers, signal }, (reply) => {
      const chunks: Buffer[] = [];
      let firstByteMs = 0;
      reply.on("error", reject);
      reply.on("data", (chunk: Buffer) => {
        firstByteMs ||= performance.now() - started;
        chunks.push(chunk);
      });
      reply.on("end", () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: Buffer.concat(chunks).toString(),
          firstByteMs,
          ms: performance.now() - started,
        }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "storefront-nginx-"));
  const ports = { http: await freePort(0), https: await freePort(0) };
  const token = randomBytes(24).toString("base64url");
  const demo = await startDemo({
    shopPort: 0,
    sandboxPort: 0,
    env: { TRUST_PROXY: "1", SETUP_TOKEN: token, METRICS_TOKEN: token },
  });
  let nginx: ChildProcess | undefined;
  try {
    const file = localConfiguration(folder, { shop: `127.0.0.1:${demo.ports.shop}`, ports });
    const tested = spawnSync("nginx", ["-t", "-c", file], { encoding: "utf8" });
    check("nginx takes the configuration", tested.status === 0, tested.error ?? "");
    if (tested.status !== 0) throw new Error(tested.stderr);
    nginx = endsWithUs(spawn("nginx", ["-c", file, "-g", "daemon off;"], { stdio: "ignore" }));
    await untilListens(ports.https);
    await checkProxy(`https://127.0.0.1:${ports.https}`, demo.shopUrl, token);
    checkLog(readFileSync(join(folder, "access.log"), "utf8"), token);
  } finally {
    nginx?.kill("SIGQUIT");
    agent.destroy();
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(failures.length === 0 ? 0 : 1);
}

/** The status of a page asked for as a browser does. */
function statusByHttp2(base: string, path: string, authority: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = connect(base, { rejectUnauthorized: false });
    session.once("error", reject);
    session.setTimeout(20_000, () => session.destroy(new Error(`${path} does not answer`)));
    const call = session.request({ ":path": path, ":authority": authority });
    call.once("response", (headers) => {
      session.close();
      call.close();
      resolve(headers[":status"] ?? 0);
    });
    call.end();
  });
}

async function checkProxy(base: string, shopUrl: string, token: string): Promise<void> {
  const host = new URL(shopUrl).host;
  const page = (path: string, headers = {}) => get(base + path, { host, ...headers });
  const gzip = { "accept-encoding": "gzip, br" };
  await page("/en/us", gzip);
  const again = await page("/en/us", gzip);
  check("HTTP/2 is spoken", (await statusByHttp2(base, "/en/us", host)) === 200);
  check("pages come from the cache", again.headers["x-cache"] === "HIT", again.headers["x-cache"]);
  check("they are stored compressed", again.headers["content-encoding"] === "gzip");
  const script = /\/_next\/static\/[^"]+\.js/.exec((await page("/en/us")).body)?.[0] ?? "/none.js";
  await page(script);
  const kept = await page(script);
  check("scripts come from the cache", kept.headers["x-cache"] === "HIT", kept.status);
  const plain = await page("/en/us");
  check("who cannot unpack gets them plain", plain.body.startsWith("<!DOCTYPE html>"));
  const soft = await page("/en/us", { rsc: "1" });
  check("a soft navigation gets no HTML", !soft.body.startsWith("<!DOCTYPE"));
  const html = await page("/en/us");
  check("and a page no data", html.body.startsWith("<!DOCTYPE html>"));
  await page("/api/catalog/us");
  const catalogue = await page("/api/catalog/us");
  check("the catalogue comes from the cache", catalogue.headers["x-cache"] === "HIT");
  const known = await page("/api/catalog/us", { "if-none-match": catalogue.headers.etag ?? "" });
  check("and is not sent twice", known.status === 304, known.status);
  for (const path of ["/", "/en/checkout", "/en/orders", `/en/orders/${REFERENCE}`]) {
    await page(path);
    const { headers } = await page(path);
    check(
      `${path.replace(REFERENCE, "…")} is never cached`,
      headers["x-cache"] !== "HIT",
      headers["x-cache"],
    );
  }
  for (const path of ["/", "/en/checkout"]) {
    const crowd = await Promise.all(Array.from({ length: 20 }, () => page(path)));
    const slowest = Math.max(...crowd.map(({ ms }) => ms));
    check(`a crowd at ${path} does not queue`, slowest < 4_000, `${Math.round(slowest)} ms`);
  }
  const order = await page(`/api/orders/${REFERENCE}?key=value`);
  check("an unknown order is not found", order.status === 404, order.status);
  const stream = await page("/setup/stream", { authorization: `Bearer ${token}` });
  check(
    "streams are not held back",
    stream.ms - stream.firstByteMs > 500,
    `${Math.round(stream.ms - stream.firstByteMs)} ms`,
  );
  const metrics = await page("/api/metrics", { authorization: `Bearer ${token}` });
  check("counters are not for outside", metrics.status === 404);
}

function checkLog(log: string, token: string): void {
  check("orders are in the log", log.includes('"/api/orders/***"'), "");
  check("pages of orders too", log.includes('"/en/orders/***"'), "");
  check("no reference is in the log", !log.includes(REFERENCE));
  check("no query and no token", !log.includes("?") && !log.includes(token));
}

await main();
