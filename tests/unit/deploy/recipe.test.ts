import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRecipe } from "@/scripts/image/read-recipe";

const source = readFileSync("Dockerfile", "utf8");

test("the image runs the standalone server as a user without rights and has a health check", () => {
  const recipe = readRecipe(source);
  expect(recipe.user).toBe("node");
  expect(recipe.command).toEqual(["node", "server.js"]);
  expect(recipe.healthCommand.join(" ")).toContain("/api/health/ready");
  expect(recipe.copies.map(({ to }) => to)).toEqual([
    "./",
    "./.next/static",
    "./public",
    "./shops",
  ]);
});

test("the image is made of what an earlier stage has built, and of nothing else of this tree", () => {
  const stages = source.split(/^FROM /m).slice(1);
  expect(stages.length).toBeGreaterThan(2);
  const copies = (stages.at(-1) ?? "").split("\n").filter((line) => line.startsWith("COPY"));
  expect(copies.length).toBeGreaterThan(0);
  for (const line of copies) expect(line).toContain("--from=build");
});

test("nothing secret is named in the recipe, and nothing secret reaches its context", () => {
  expect(source).not.toMatch(/\b(?:ARG|PARTNER_ID|ORDER_SECRET|API_URL|\w*_TOKEN|\w*_SECRET)\b/);
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  for (const path of [".env", ".env.*", ".git", "*.pem", "*.key"]) expect(ignored).toContain(path);
});

test("a step that the smoke test cannot take is refused, not skipped", () => {
  expect(() => readRecipe("FROM node\nRUN rm -rf /")).toThrow(/RUN/);
});

test("the order of a reference never reaches nginx's log by its own rule", () => {
  const conf = readFileSync("deploy/nginx.conf", "utf8");
  expect(conf).toMatch(/error_log \S+ crit;/);
  const format = conf.slice(conf.indexOf("log_format"), conf.indexOf("access_log"));
  expect(format).not.toMatch(/\$request\b|\$request_uri|\$uri|\$args|referer|cookie|authorization/);
});
