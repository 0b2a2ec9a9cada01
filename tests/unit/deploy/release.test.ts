import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { upstreamHeaders } from "@/lib/cryptorefills/headers";
import { appVersion } from "@/lib/version";
import pkg from "@/package.json" with { type: "json" };
import lock from "@/package-lock.json" with { type: "json" };
import { setTestEnv } from "../../support/test-env";

const read = (file: string) => readFileSync(file, "utf8");
const guides = [
  "README.md",
  "CONTRIBUTING.md",
  "sandbox/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

beforeEach(() => setTestEnv());

test("the version of package.json is what the shop sends upstream, and an operator may name another", () => {
  const identity = { partnerId: "p", version: appVersion(), ip: "192.0.2.1", userAgent: "a" };
  expect(upstreamHeaders(identity)["X-Cr-Version"]).toBe(pkg.version);
  setTestEnv({ APP_VERSION: "7.7.7-fork" });
  expect(appVersion()).toBe("7.7.7-fork");
});

test("the version stands in package.json alone: the lock file follows it, and no guide repeats it", () => {
  expect(lock.version).toBe(pkg.version);
  expect(lock.packages[""].version).toBe(pkg.version);
  for (const file of guides) expect(read(file), file).not.toContain(`:${pkg.version}`);
});

test("the guides ask for the versions of Node that package.json asks for", () => {
  const asked = [...pkg.engines.node.matchAll(/(\d+\.\d+)\.\d+/g)].map(
    ([, version = ""]) => version,
  );
  const [old, middle, newest] = asked.map((version) => version.replace(/\.0$/, ""));
  for (const file of ["README.md", "CONTRIBUTING.md", "docs/deploy/nginx.md"]) {
    expect(read(file), file).toContain(`Node ${old}, ${middle} or ${newest}`);
  }
  expect(read("Dockerfile")).toContain(`FROM node:${read(".nvmrc").trim()}-`);
});

test("the changelog begins with this version, and each version has its upgrade notes", () => {
  const versions = read("CHANGELOG.md").split(/^## /m).slice(1);
  expect(versions[0]?.split("\n")[0]).toBe(pkg.version);
  for (const version of versions) expect(version).toMatch(/^### Upgrade notes\n\n\S/m);
});

test("licence file and package agree", () => {
  expect(read("LICENSE").split("\n")[0]).toBe(`${pkg.license} License`);
});

test("every command that a guide or a hook names is there", () => {
  const scripts = new Set(Object.keys(pkg.scripts));
  for (const file of [...guides, "lefthook.yml", "CHANGELOG.md", "Dockerfile"]) {
    for (const [, name = ""] of read(file).matchAll(/npm run ([a-z][\w:-]*)/g)) {
      expect(scripts, `${file}: ${name}`).toContain(name);
    }
  }
});

test("every file that a guide links to is there", () => {
  let links = 0;
  for (const file of [...guides, "CHANGELOG.md"]) {
    for (const [, target = ""] of read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      links += 1;
      expect(existsSync(join(dirname(file), target)), `${file}: ${target}`).toBe(true);
    }
  }
  expect(links).toBeGreaterThan(30);
});
