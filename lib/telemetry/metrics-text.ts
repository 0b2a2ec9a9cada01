import { monitorEventLoopDelay } from "node:perf_hooks";
import { counters } from "./counters";
import { measuredText } from "./metrics";

type Gauge = { name: string; help: string; value: number };

const holder = globalThis as typeof globalThis & {
  __storefrontLoopDelay?: ReturnType<typeof monitorEventLoopDelay>;
};

function loopDelaySeconds(): number {
  if (!holder.__storefrontLoopDelay) {
    holder.__storefrontLoopDelay = monitorEventLoopDelay({ resolution: 20 });
    holder.__storefrontLoopDelay.enable();
  }
  const delay = holder.__storefrontLoopDelay.percentile(99) / 1e9;
  holder.__storefrontLoopDelay.reset();
  return delay;
}

/** All metrics of this process in Prometheus' text format. */
export function metricsText(gauges: readonly Gauge[], version: string): string {
  const { user, system } = process.cpuUsage();
  const own: Gauge[] = [
    { name: "shop_memory_bytes", help: "Resident memory.", value: process.memoryUsage.rss() },
    {
      name: "shop_event_loop_delay_seconds",
      help: "99th percentile since the last reading.",
      value: loopDelaySeconds(),
    },
    { name: "shop_uptime_seconds", help: "Since the start.", value: process.uptime() },
    ...gauges,
  ];
  const counted = Object.entries(counters()).flatMap(([name, value]) => [
    `# TYPE shop_${name}_total counter`,
    `shop_${name}_total ${value}`,
  ]);
  return [
    measuredText(),
    ...counted,
    "# TYPE shop_cpu_seconds_total counter",
    `shop_cpu_seconds_total ${(user + system) / 1e6}`,
    ...own.flatMap(({ name, help, value }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      `${name} ${value}`,
    ]),
    "# TYPE shop_info gauge",
    `shop_info{version="${version.replaceAll(/["\\\n]/g, "_")}"} 1`,
    "",
  ].join("\n");
}
