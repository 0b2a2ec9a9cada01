type Metric = { help: string; labels: readonly string[]; buckets?: readonly number[] };

const SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** Everything that is counted with labels. Their values come from fixed lists only, never from what a buyer sends. */
const METRICS = {
  shop_requests_total: {
    help: "Answers by route template, method and status.",
    labels: ["route", "method", "status"],
  },
  shop_request_seconds: {
    help: "Seconds from a request to the end of its answer; streams are left out.",
    labels: ["route"],
    buckets: SECONDS,
  },
  shop_upstream_calls_total: {
    help: "Calls to the upstream by endpoint and outcome, every retry by itself.",
    labels: ["endpoint", "outcome"],
  },
  shop_upstream_seconds: {
    help: "Seconds that the upstream took.",
    labels: ["endpoint"],
    buckets: SECONDS,
  },
  shop_cache_reads_total: {
    help: "Reads of the caches of catalogue and pages: hit, stale (served while it is renewed), shared or miss.",
    labels: ["cache", "result"],
  },
  shop_csp_reports_total: {
    help: "What browsers say that a page's policy kept from running, by directive.",
    labels: ["directive"],
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;
type Labels<Name extends MetricName> = Record<(typeof METRICS)[Name]["labels"][number], string>;
type Series = { labels: Record<string, string>; count: number; sum: number; buckets: number[] };

const holder = globalThis as typeof globalThis & {
  __storefrontMetrics?: Map<MetricName, Map<string, Series>>;
};

function seriesOf(name: MetricName, labels: Record<string, string>): Series {
  holder.__storefrontMetrics ??= new Map();
  const all = holder.__storefrontMetrics.get(name) ?? new Map<string, Series>();
  holder.__storefrontMetrics.set(name, all);
  const key = METRICS[name].labels.map((label) => labels[label] ?? "").join("|");
  const known = all.get(key);
  if (known) return known;
  const made = { labels, count: 0, sum: 0, buckets: bucketsOf(name).map(() => 0) };
  all.set(key, made);
  return made;
}

const bucketsOf = (name: MetricName): readonly number[] => {
  const metric: Metric = METRICS[name];
  return metric.buckets ?? [];
};

/** Counts once, or one measured value where the metric has buckets. */
export function measure<Name extends MetricName>(
  name: Name,
  labels: Labels<Name>,
  value = 1,
): void {
  const series = seriesOf(name, labels);
  series.count += 1;
  series.sum += value;
  bucketsOf(name).forEach((limit, index) => {
    if (value <= limit) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
  });
}

type Sample = { name: string; series: { labels: Record<string, string>; value: number }[] };

/** The measured metrics as plain numbers, those that were never measured too; a histogram as its sum and its count. */
export function measuredSamples(): Sample[] {
  return Object.entries(METRICS).flatMap(([key, metric]: [string, Metric]) => {
    const all = [...(holder.__storefrontMetrics?.get(key as MetricName)?.values() ?? [])];
    const counts = all.map(({ labels, count }) => ({ labels, value: count }));
    if (!metric.buckets) return [{ name: key, series: counts }];
    const sums = all.map(({ labels, sum }) => ({ labels, value: sum }));
    return [
      { name: `${key}_count`, series: counts },
      { name: `${key}_sum`, series: sums },
    ];
  });
}

/** The measured metrics in Prometheus' text format. */
export function measuredText(): string {
  return Object.entries(METRICS)
    .flatMap(([key, metric]: [string, Metric]) => {
      const name = key as MetricName;
      const all = [...(holder.__storefrontMetrics?.get(name)?.values() ?? [])];
      const type = metric.buckets ? "histogram" : "counter";
      const lines = all.flatMap((series) => seriesLines(name, metric, series));
      return [`# HELP ${name} ${metric.help}`, `# TYPE ${name} ${type}`, ...lines];
    })
    .join("\n");
}

function seriesLines(name: string, metric: Metric, series: Series): string[] {
  const pairs = metric.labels.map((label) => `${label}="${escaped(series.labels[label] ?? "")}"`);
  if (!metric.buckets) return [`${name}{${pairs.join(",")}} ${series.count}`];
  const buckets = metric.buckets.map(
    (limit, index) =>
      `${name}_bucket{${[...pairs, `le="${limit}"`].join(",")}} ${series.buckets[index]}`,
  );
  return [
    ...buckets,
    `${name}_bucket{${[...pairs, 'le="+Inf"'].join(",")}} ${series.count}`,
    `${name}_sum{${pairs.join(",")}} ${series.sum}`,
    `${name}_count{${pairs.join(",")}} ${series.count}`,
  ];
}

const escaped = (value: string) => value.replaceAll(/["\\\n]/g, "_");
