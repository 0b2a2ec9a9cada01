import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = { version?: string; license?: string; dev?: boolean; devOptional?: boolean };
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Package>;
};
const own = JSON.parse(readFileSync("package.json", "utf8")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
> & { license: string };

const FREE =
  /^(?:MIT|MIT-0|Apache-2\.0|BSD-[23]-Clause|0BSD|ISC|BlueOak-1\.0\.0|Apache-2\.0 AND MIT)$/;
/** Not linked into the shop: data for the build, and the framework's optional image library, which is switched off. */
const APART = /^node_modules\/(?:caniuse-lite|sharp|@img\/.+)$/;

test("everything that the shop ships is free to use in a shop", () => {
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional,
  );
  expect(shipped.length).toBeGreaterThan(50);
  const others = shipped.filter(
    ([path, { license }]) => !FREE.test(license ?? "") && !APART.test(path),
  );
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test("every package that is asked for by name has one exact version", () => {
  const asked = { ...own.dependencies, ...own.devDependencies };
  for (const [name, version] of Object.entries(asked)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("the shop's own licence is the one that its file says", () => {
  expect(own.license).toBe("MIT");
  expect(readFileSync("LICENSE", "utf8")).toMatch(/^MIT License\n/);
});
