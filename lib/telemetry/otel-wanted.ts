type Environment = Readonly<Record<string, string | undefined>>;

const ENDPOINTS = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
] as const;

/** Whether the environment names somebody to send traces and metrics to. */
export function otelWanted(environment: Environment): { traces: boolean; metrics: boolean } {
  const [both, traces, metrics] = ENDPOINTS.map((name) => Boolean(environment[name]));
  const off = environment.OTEL_SDK_DISABLED === "true";
  const exported = (name: string) => environment[name] !== "none" && !off;
  return {
    traces: exported("OTEL_TRACES_EXPORTER") && Boolean(both || traces),
    metrics: exported("OTEL_METRICS_EXPORTER") && Boolean(both || metrics),
  };
}
