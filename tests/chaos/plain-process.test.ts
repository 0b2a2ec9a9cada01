import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { freePort } from "@/scripts/free-port";
import { SECRET } from "./support/start-shop";

const guide = readFileSync("docs/deploy/nginx.md", "utf8");
const sandbox = createSandbox();
let upstream: string;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  upstream = (await sandbox.listen(0)).url;
  // As the guide copies it, with nothing of this tree beside it.
  folder = mkdtempSync(join(tmpdir(), "storefront-plain-"));
  await cp(".next/standalone", folder, { recursive: true });
  await cp(".next/static", join(folder, ".next/static"), { recursive: true });
  for (const name of ["public", "shops"]) await cp(name, join(folder, name), { recursive: true });
});
afterEach(() => void child?.kill("SIGKILL"));
afterAll(() => sandbox.close());

/** The guide's own command and variables, at another port. */
function startAsGuideSays(more: Record<string, string> = {}) {
  const [, variables = ""] = /^Environment=(.*)$/m.exec(guide) ?? [];
  const [, args = ""] = /^ExecStart=\S+ (.*)$/m.exec(guide) ?? [];
  const env = Object.fromEntries(variables.split(" ").map((pair) => pair.split("=")));
  child = spawn(process.execPath, args.split(" "), {
    cwd: folder,
    env: {
      ...env,
      PATH: process.env.PATH,
      API_URL: upstream,
      PARTNER_ID: "partner",
      SITE_URL: "https://shop.example",
      ORDER_SECRET: SECRET,
      TRUST_PROXY: "1",
      ...more,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  return child;
}

const listens = (address: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, address);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

test("a process started as the guide for nginx says serves pages, on 127.0.0.1 alone", async () => {
  const port = await freePort(0);
  startAsGuideSays({ PORT: String(port) });
  await expect.poll(() => listens("127.0.0.1", port), { timeout: 20_000 }).toBe(true);
  expect(await listens("::1", port)).toBe(false);
  const headers = { host: "shop.example", "x-forwarded-proto": "https" };
  for (const path of ["/en", "/en/us", "/en/checkout"]) {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { ...headers, "x-forwarded-for": "203.0.113.7" },
    });
    expect(reply.status, path).toBe(200);
  }
});

test("H2: an address that Next cannot serve pages on is refused at the start, with what to do", async () => {
  const started = startAsGuideSays({ HOSTNAME: "127.0.0.1", PORT: String(await freePort(0)) });
  let said = "";
  started.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((done) => started.once("exit", done));
  expect(code).toBe(1);
  expect(said).toContain("HOSTNAME (or -H) must be localhost");
});

test("with OpenTelemetry named, the standalone copy sends traces and metrics, and no reference", async () => {
  const reference = "reference-that-opens-an-order";
  const received: Record<string, string> = {};
  const collector = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => {
      received[request.url ?? ""] = (received[request.url ?? ""] ?? "") + chunk.toString();
    });
    request.on("end", () => response.setHeader("content-type", "application/json").end("{}"));
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const port = await freePort(0);
  startAsGuideSays({
    PORT: String(port),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_METRIC_EXPORT_INTERVAL: "500",
    OTEL_METRIC_EXPORT_TIMEOUT: "400",
    OTEL_BSP_SCHEDULE_DELAY: "200",
  });
  await expect.poll(() => listens("127.0.0.1", port), { timeout: 20_000 }).toBe(true);
  const headers = { host: "shop.example", "x-forwarded-for": "203.0.113.7" };
  for (const path of ["/en/us", `/en/orders/${reference}?key=value`]) {
    await (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text();
  }
  await expect
    .poll(() => received["/v1/traces"], { timeout: 10_000 })
    .toContain("/[shop]/[locale]/orders/[orderId]");
  await expect
    .poll(() => received["/v1/metrics"], { timeout: 10_000 })
    .toContain("shop_upstream_calls_total");
  expect(JSON.stringify(received)).not.toContain(reference);
  collector.closeAllConnections();
  collector.close();
});
