/** What this process has counted since it started. Names are fixed, so that no label can hold a buyer's data. */
const NAMES = [
  "orders_created",
  "orders_outcome_unknown",
  "orders_paid",
  "orders_limited",
  "orders_busy",
  "guard_asked",
  "guard_slowed",
  "guard_stopped",
  "challenge_passed",
  "challenge_failed",
  "store_failures",
  "upstream_held",
  "upstream_breaker_opened",
  "alerts",
] as const;

export type CounterName = (typeof NAMES)[number];

const holder = globalThis as typeof globalThis & {
  __storefrontCounters?: Map<CounterName, number>;
};

function values(): Map<CounterName, number> {
  holder.__storefrontCounters ??= new Map(NAMES.map((name) => [name, 0]));
  return holder.__storefrontCounters;
}

export function count(name: CounterName): void {
  values().set(name, (values().get(name) ?? 0) + 1);
}

/** Every counter by its name, those at zero too. */
export function counters(): Record<CounterName, number> {
  return Object.fromEntries(values()) as Record<CounterName, number>;
}
