import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env/schema";

const compose = readFileSync("compose.yaml", "utf8");
const nginx = readFileSync("deploy/nginx.conf", "utf8");
const dockerfile = readFileSync("Dockerfile", "utf8");

/** The part of the file that belongs to a service, up to the next one. */
const service = (name: string) =>
  new RegExp(`^  ${name}:.*\\n(?:(?:    .*)?\\n)*`, "m").exec(compose)?.[0] ?? "";
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

test("nginx asks the instances that Compose starts, at the port that the image listens on", () => {
  const [port = ""] = all(dockerfile, /^ENV PORT=(\d+)/gm);
  const replicas = all(compose, /^ {2}(shop-\d+):/gm);
  expect(replicas.length).toBeGreaterThan(1);
  expect(all(nginx, /^ +server (\S+) max_fails/gm)).toEqual(
    replicas.map((name) => `${name}:${port}`),
  );
  for (const name of replicas) expect(service("proxy")).toContain(`${name}: {`);
});

test("what Compose opens to the world nginx listens on, and its files are where nginx looks", () => {
  const [ports = ""] = all(service("proxy"), /ports: \[(.*)\]/g);
  expect(all(ports, /\d+:(\d+)/g)).toEqual(all(nginx, /listen (\d+)/g));
  const folders = all(service("proxy"), /:(\/etc\/nginx\/\S+):ro/g);
  for (const file of all(nginx, /ssl_certificate(?:_key)? (\S+);/g)) {
    expect(
      folders.some((folder) => file.startsWith(`${folder}/`)),
      file,
    ).toBe(true);
  }
  // A read-only container can write below /tmp alone.
  for (const path of all(nginx, /(?:_temp_path|_cache_path|^pid) (\S+?)[ ;]/gm)) {
    expect(path).toMatch(/^\/tmp\//);
  }
});

test("the demo's variables start a shop, against a sandbox at the port that it gets", () => {
  const variables = Object.fromEntries(
    [...service("demo").matchAll(/^ {6}([A-Z_]+): "?([^"\n]*)"?$/gm)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  expect(parseEnv(variables)).toMatchObject({ ok: true });
  const [port = ""] = all(service("sandbox"), /PORT: "(\d+)"/g);
  expect(new URL(String(variables.API_URL)).port).toBe(port);
  expect(service("demo")).toContain(`${new URL(String(variables.SITE_URL)).port}:3000`);
});

test("Redis refuses rather than forgets, and has room beside what the cache may take", () => {
  const [most = ""] = all(service("redis"), /--maxmemory, (\d+)mb/g);
  const parsed = parseEnv({
    API_URL: "https://api.example",
    PARTNER_ID: "p",
    SITE_URL: "https://shop.example",
    ORDER_SECRET: Buffer.alloc(32).toString("base64"),
  });
  if (!parsed.ok) throw new Error(parsed.faults.join());
  expect(Number(most)).toBeGreaterThan(2 * parsed.env.CACHE_REDIS_MB);
  expect(service("redis")).toContain("noeviction");
});

test("nginx lets go of an idle connection before the shop closes it under an order", () => {
  const upstream = nginx.slice(nginx.indexOf("upstream shop {"), nginx.indexOf("server shop-1"));
  const [seconds] = all(upstream, /^ +keepalive_timeout (\d+)s;/gm);
  expect(Number(seconds) * 1000).toBeLessThan(createServer().keepAliveTimeout);
});

test("nginx makes no visitor wait for another's page that nobody may keep", () => {
  expect(nginx).toMatch(/^ +proxy_cache_background_update on;/m);
  expect(nginx).not.toMatch(/^ +proxy_cache_lock /m);
});

test("a script that one instance does not have is asked of the other, and no order is", () => {
  const [statics = ""] = all(nginx, /^ {4}location \/_next\/static\/ \{\n((?: {6}.*\n)+)/gm);
  expect(statics).toMatch(/^ +proxy_next_upstream .*\bhttp_404\b/m);
  expect(
    all(nginx, /proxy_next_upstream (.*);/g).filter((on) => on.includes("http_")),
  ).toHaveLength(1);
  expect(nginx).not.toContain("non_idempotent");
});
