type Environment = Readonly<Record<string, string | undefined>>;

const INTERVAL_MS = 60_000;
const TIMEOUT_MS = 30_000;

/**
 * How often metrics are sent and how long that may take, by the two standard variables, which the reader of
 * metrics does not read by itself. It refuses a timeout above the interval.
 */
export function metricTimes(environment: Environment) {
  const asked = (name: string, fallback: number) => {
    const value = Number(environment[name]);
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  const exportIntervalMillis = asked("OTEL_METRIC_EXPORT_INTERVAL", INTERVAL_MS);
  const timeout = asked("OTEL_METRIC_EXPORT_TIMEOUT", TIMEOUT_MS);
  return {
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(timeout, exportIntervalMillis),
  };
}
