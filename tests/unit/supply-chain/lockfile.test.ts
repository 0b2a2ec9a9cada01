import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  isBelow,
  type LockedPackage,
  type Lockfile,
  lockfileFaults,
} from "@/scripts/supply-chain/lockfile-faults";
import { RULES } from "@/scripts/supply-chain/rules";

const read = () => JSON.parse(readFileSync("package-lock.json", "utf8")) as Lockfile;

test("H1: every package of the shop is fixed by its hash, new enough, and runs nothing when installed", () => {
  const lock = read();
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
  expect(lockfileFaults(lock, RULES)).toEqual([]);
});

test("H1: npm runs no script of a package, and asks no registry that the shop names", () => {
  const lines = readFileSync(".npmrc", "utf8").split("\n");
  expect(lines).toContain("ignore-scripts=true");
  expect(lines.join("\n")).not.toMatch(/registry|_auth|token/i);
});

describe("H1: a bad entry is found:", () => {
  const planted = (path: string, change: LockedPackage): string[] => {
    const lock = read();
    lock.packages[path] = { ...lock.packages[path], ...change };
    return lockfileFaults(lock, RULES);
  };
  const hash = `sha512-${"A".repeat(86)}==`;

  test.each<[string, string, LockedPackage, string]>([
    [
      "another registry",
      "node_modules/idb",
      { resolved: "https://registry.evil.example/idb/-/idb-8.0.4.tgz" },
      "node_modules/idb is not from the registry",
    ],
    [
      "a registry whose name begins like the right one",
      "node_modules/idb",
      { resolved: "https://registry.npmjs.org.evil.example/idb.tgz" },
      "node_modules/idb is not from the registry",
    ],
    [
      "plain http",
      "node_modules/idb",
      { resolved: "http://registry.npmjs.org/idb/-/idb-8.0.4.tgz" },
      "node_modules/idb is not from the registry",
    ],
    [
      "a repository",
      "node_modules/idb",
      { resolved: "git+ssh://git@github.com/owner/idb.git#abc" },
      "node_modules/idb is not from the registry",
    ],
    ["a folder", "node_modules/idb", { link: true }, "node_modules/idb is a link to a folder"],
    ["no hash", "node_modules/idb", { integrity: "" }, "node_modules/idb has no SHA-512 hash"],
    [
      "a weak hash",
      "node_modules/idb",
      { integrity: "sha1-0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33" },
      "node_modules/idb has no SHA-512 hash",
    ],
    [
      "a framework with a known hole",
      "node_modules/next",
      { version: "16.4.4" },
      "node_modules/next is 16.4.4, below 16.4.5",
    ],
    [
      "an old copy deep in the tree",
      "node_modules/idb/node_modules/react",
      { version: "19.0.0", integrity: hash },
      "node_modules/idb/node_modules/react is 19.0.0, below 19.3.1",
    ],
    [
      "a script",
      "node_modules/idb",
      { hasInstallScript: true },
      "node_modules/idb has an installation script",
    ],
    [
      "a script of somebody new",
      "node_modules/@evil/helper",
      { version: "1.0.0", integrity: hash, hasInstallScript: true },
      "node_modules/@evil/helper has an installation script",
    ],
  ])("%s", (_name, path, change, fault) => {
    expect(planted(path, change)).toEqual([fault]);
  });

  test("a rule for something that is gone is none", () => {
    const lock = read();
    delete lock.packages["node_modules/undici"];
    delete lock.packages["node_modules/esbuild"];
    expect(lockfileFaults(lock, RULES)).toEqual([
      "undici has a floor, and is not there",
      "esbuild is excused for a script that it does not have",
    ]);
  });

  test("an empty file passes for nothing", () => {
    expect(lockfileFaults({ lockfileVersion: 3, packages: {} }, RULES)).not.toEqual([]);
    expect(lockfileFaults({ lockfileVersion: 2, packages: {} }, RULES)).not.toEqual([]);
  });
});

test.each([
  ["16.4.5", "16.4.5", false],
  ["16.4.10", "16.4.9", false],
  ["16.10.0", "16.9.9", false],
  ["17.0.0", "16.4.5", false],
  ["16.4.4", "16.4.5", true],
  ["15.99.99", "16.4.5", true],
  ["16.4.5-canary.3", "16.4.5", true],
  ["16.4.6-canary.3", "16.4.5", false],
])("%s against the floor %s is below: %s", (version, floor, below) => {
  expect(isBelow(version, floor)).toBe(below);
});

test("H1: the bill of materials names every package with its hash, without a network", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
  };
  const [program = "", ...args] = (scripts.sbom ?? "").split(" ");
  const text = execFileSync(program, [...args, "--offline"], { encoding: "utf8" });
  const { bomFormat, components } = JSON.parse(text) as {
    bomFormat: string;
    components: { name: string; version: string; hashes: unknown[] }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const locked = Object.entries(read().packages).filter(
    ([path, { optional }]: [string, LockedPackage & { optional?: boolean }]) =>
      path !== "" && !optional,
  );
  expect(locked.length).toBeGreaterThan(300);
  const missing = locked.filter(
    ([path, { version }]) =>
      !named.has(`${path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`),
  );
  expect(missing.map(([path]) => path)).toEqual([]);
  for (const { name, hashes } of components) expect(hashes?.length, name).toBeGreaterThan(0);
});
