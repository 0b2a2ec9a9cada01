import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { UpstreamErrorKind } from "@/lib/cryptorefills/errors";
import { counters } from "@/lib/telemetry/counters";
import { measuredText } from "@/lib/telemetry/metrics";
import { metricsText } from "@/lib/telemetry/metrics-text";
import { routeTemplate } from "@/lib/telemetry/route-template";

const rules = readFileSync("deploy/alerts.yaml", "utf8");
const manual = readFileSync("docs/operations.md", "utf8");

test("every alert is explained under its own name, and nothing else is", () => {
  const names = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  const after = manual.slice(manual.indexOf("## Alerts"));
  const explained = [...after.matchAll(/^### (\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(explained).toEqual(names);
});

test("every metric that a rule names exists", () => {
  const gauges = ["open", "upstream"].map((name) => ({
    name: `shop_streams_${name}`,
    help: "",
    value: 0,
  }));
  const text = measuredText() + metricsText(gauges, "1");
  const existing = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
  for (const [name] of rules.matchAll(/shop_\w+/g)) {
    expect(existing, name).toContain(name.replace(/_bucket$/, ""));
  }
});

test("every label that a rule asks for can have that value", () => {
  const valuesOf = (label: string) =>
    [...rules.matchAll(new RegExp(`${label}=~?"([^"]+)"`, "g"))].flatMap(([, value = ""]) =>
      value.split("|"),
    );
  const kinds: Record<UpstreamErrorKind, true> = {
    unreachable: true,
    timeout: true,
    refused: true,
    "bad-response": true,
    "not-found": true,
    "rate-limited": true,
    suspended: true,
  };
  expect(valuesOf("outcome").length).toBeGreaterThan(2);
  for (const outcome of valuesOf("outcome")) expect(kinds).toHaveProperty([outcome]);
  expect(valuesOf("route")).toEqual([routeTemplate("/en/checkout")]);
});

test("the manual names every counter that the shop has of orders", () => {
  const orders = Object.keys(counters()).filter((name) => name.startsWith("orders_"));
  for (const name of orders) expect(manual).toContain(`shop_${name}_total`);
});
