import { expect, test } from "vitest";
import { metricTimes } from "@/lib/telemetry/metric-times";

test.each([
  [{}, 60_000, 30_000],
  [{ OTEL_METRIC_EXPORT_INTERVAL: "500", OTEL_METRIC_EXPORT_TIMEOUT: "400" }, 500, 400],
  [{ OTEL_METRIC_EXPORT_INTERVAL: "5000" }, 5_000, 5_000],
  [{ OTEL_METRIC_EXPORT_INTERVAL: "soon", OTEL_METRIC_EXPORT_TIMEOUT: "-1" }, 60_000, 30_000],
])("metrics are sent as %j asks", (environment, exportIntervalMillis, exportTimeoutMillis) => {
  expect(metricTimes(environment)).toEqual({ exportIntervalMillis, exportTimeoutMillis });
});
