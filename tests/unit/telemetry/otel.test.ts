import { createServer } from "node:http";
import { trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { count } from "@/lib/telemetry/counters";
import { maskName } from "@/lib/telemetry/mask-span";
import { metricTimes } from "@/lib/telemetry/metric-times";
import { measure } from "@/lib/telemetry/metrics";
import { otelWanted } from "@/lib/telemetry/otel-wanted";

const REFERENCE = "kR3f3r3nc3-that-opens-an-order";
const received: { path: string; body: string }[] = [];
const collector = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    received.push({ path: request.url ?? "", body });
    response.setHeader("content-type", "application/json").end("{}");
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const address = collector.address();
  const port = typeof address === "object" && address ? address.port : 0;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  collector.close();
});

test.each([
  [{}, false, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c:4318" }, true, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c:4318", OTEL_SDK_DISABLED: "true" }, false, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c:4318", OTEL_METRICS_EXPORTER: "none" }, true, false],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://c:4318/v1/traces" }, true, false],
])("%o sends traces %s and metrics %s", (environment, traces, metrics) => {
  expect(otelWanted(environment)).toEqual({ traces, metrics });
});

test("what is sent has templates, names and counters, and neither a reference nor a message", async () => {
  const { startOtel } = await import("@/lib/telemetry/start-otel");
  count("orders_created");
  measure("shop_upstream_calls_total", { endpoint: "brands", outcome: "ok" });
  const otel = startOtel({ traces: true, metrics: true }, "9.9.9", metricTimes({}));
  const span = trace.getTracer("next.js").startSpan(`GET /en/orders/${REFERENCE}?key=value`);
  span.setAttributes({
    "http.target": `/en/orders/${REFERENCE}`,
    "http.route": "/[locale]/orders/[orderId]",
  });
  span.recordException(new Error(`cannot read ${REFERENCE}`));
  span.setStatus({ code: 2, message: `cannot read ${REFERENCE}` });
  span.end();
  await otel.stop();
  const sent = (path: string) =>
    received
      .filter((each) => each.path === path)
      .map(({ body }) => body)
      .join("\n");
  expect(sent("/v1/traces")).toContain("/[locale]/orders/[orderId]");
  expect(sent("/v1/traces")).toContain("GET /en/orders/***");
  expect(sent("/v1/traces")).toContain("9.9.9");
  expect(sent("/v1/metrics")).toContain("shop_orders_created");
  expect(sent("/v1/metrics")).toContain("shop_upstream_calls_total");
  expect(JSON.stringify(received)).not.toContain(REFERENCE);
  expect(JSON.stringify(received)).not.toContain("key=value");
});

test.each([
  ["GET /en/orders/abc", "GET /en/orders/***"],
  ["GET /api/orders/abc/reveal", "GET /api/orders/***/reveal"],
  [
    "render route (app) /[shop]/[locale]/orders/[orderId]",
    "render route (app) /[shop]/[locale]/orders/[orderId]",
  ],
  ["fetch GET https://somewhere.example/a?b=c", "fetch GET …"],
])("a span called %s is sent as %s", (name, sent) => {
  expect(maskName(name)).toBe(sent);
});
