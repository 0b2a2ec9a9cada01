import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type ReadableSpan,
} from "@opentelemetry/sdk-trace-base";
import { counters } from "./counters";
import { maskAttributes, maskName } from "./mask-span";
import type { metricTimes } from "./metric-times";
import { measuredSamples } from "./metrics";

/** Masks a span before it waits to be sent, since Next writes the whole address of a request into it. */
class MaskingProcessor extends BatchSpanProcessor {
  override onEnd(span: ReadableSpan): void {
    super.onEnd(
      Object.create(span, {
        name: { value: maskName(span.name) },
        attributes: { value: maskAttributes(span.attributes) },
        // An exception's message may hold what somebody typed.
        events: { value: [] },
        status: { value: { code: span.status.code } },
      }) as ReadableSpan,
    );
  }
}

type Started = { stop(): Promise<void> };

/** Sends Next's own spans and the shop's counters by OTLP to where the `OTEL_*` variables say. */
export function startOtel(
  wanted: { traces: boolean; metrics: boolean },
  version: string,
  times: ReturnType<typeof metricTimes>,
): Started {
  const own = resourceFromAttributes({ "service.name": "storefront", "service.version": version });
  const resource = defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
  const stops: (() => Promise<void>)[] = [];
  if (wanted.traces) {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    const provider = new BasicTracerProvider({
      resource,
      spanProcessors: [new MaskingProcessor(new OTLPTraceExporter())],
    });
    trace.setGlobalTracerProvider(provider);
    stops.push(() => provider.shutdown());
  }
  if (wanted.metrics) {
    const reader = new PeriodicExportingMetricReader({
      exporter: new OTLPMetricExporter(),
      ...times,
    });
    const provider = new MeterProvider({ resource, readers: [reader] });
    observe(provider);
    stops.push(() => provider.shutdown());
  }
  return { stop: async () => void (await Promise.allSettled(stops.map((stop) => stop()))) };
}

/** The same numbers as `/api/metrics`; a histogram goes as its sum and its count. */
function observe(provider: MeterProvider): void {
  const meter = provider.getMeter("storefront");
  for (const name of Object.keys(counters()) as (keyof ReturnType<typeof counters>)[]) {
    meter
      .createObservableCounter(`shop_${name}`)
      .addCallback((result) => result.observe(counters()[name]));
  }
  for (const name of new Set(measuredSamples().map((sample) => sample.name))) {
    meter.createObservableCounter(name).addCallback((result) => {
      for (const sample of measuredSamples()) {
        if (sample.name !== name) continue;
        for (const { labels, value } of sample.series) result.observe(value, labels);
      }
    });
  }
  meter
    .createObservableGauge("shop_memory_bytes")
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
}
