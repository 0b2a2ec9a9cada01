import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measuredText } from "@/lib/telemetry/metrics";
import { metricsText } from "@/lib/telemetry/metrics-text";

const manual = readFileSync("docs/operations.md", "utf8");
const part = (from: string, to: string) =>
  manual.slice(manual.indexOf(from), manual.indexOf(to, manual.indexOf(from) + from.length));
const counters = part("### Counters", "### Log fields");
const logging = part("### Log fields", "## Alerts");

const FOLDERS = ["app", "components", "lib"];
const sources = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  ),
  "proxy.ts",
  "instrumentation-node.ts",
].map((file) => readFileSync(file, "utf8"));

const quoted = (text: string, word: RegExp) =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, each = ""]) => each).filter((each) => word.test(each));
const sorted = (words: Iterable<string>) => [...new Set(words)].sort();

test("every event that the code logs is explained, and nothing else is", () => {
  const logged = sources.flatMap((source) =>
    [...source.matchAll(/\bevent: "(\w+)"/g)].map(([, name = ""]) => name),
  );
  const rows = logging.split("\n").filter((line) => /^\| `(?!event`)/.test(line));
  const explained = rows.flatMap((line) => quoted(line.split("|")[1] ?? "", /^\w+$/));
  expect(logged.length).toBeGreaterThan(20);
  expect(sorted(explained)).toEqual(sorted(logged));
});

test("an event's name is a plain word where it is logged, so that it can be looked for", () => {
  for (const source of sources) {
    for (const [call] of source.matchAll(/\blog\.(?:debug|info|warn|error)\(\{?[^)]{0,40}/g)) {
      expect(call).toMatch(/\{\s*event: "\w+"/);
    }
  }
});

test("every field of a log line is named, and nothing else is", () => {
  const list = /const FIELDS = \[([^\]]+)\]/.exec(readFileSync("lib/log.ts", "utf8"))?.[1] ?? "";
  const fields = [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  const [said = ""] = logging.split("Codes, addresses");
  expect(fields.length).toBeGreaterThan(10);
  expect(sorted(quoted(said, /^[a-z]+(?:[A-Z][a-z]+)?$/))).toEqual(sorted(fields));
});

test("every kind of alert is named", () => {
  const source = readFileSync("lib/telemetry/alert.ts", "utf8");
  const [, kinds = ""] = /kind:([^,]+),/.exec(source) ?? [];
  const names = [...kinds.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(logging).toContain(`\`${name}\``);
});

test("every metric is explained, and nothing else is", () => {
  const route = readFileSync("app/api/metrics/route.ts", "utf8");
  const gauges = [...route.matchAll(/name: "(shop_\w+)"/g)].map(([, name = ""]) => name);
  expect(gauges.length).toBeGreaterThan(1);
  const zeros = gauges.map((name) => ({ name, help: "", value: 0 }));
  const text = `${measuredText()}\n${metricsText(zeros, "1")}`;
  const existing = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name = ""]) => name);
  const explained = quoted(counters, /^shop_/).map((name) => name.replace(/\{.*$/, ""));
  expect(sorted(explained)).toEqual(sorted(existing));
});
