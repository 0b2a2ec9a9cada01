import { log } from "../log";
import { count } from "./counters";

const QUIET_MS = 60_000;

const holder = globalThis as typeof globalThis & { __storefrontAlerts?: Map<string, number> };

/** A line that somebody should be woken by; the same one at most once a minute. */
export function alert(
  kind: "order_ceiling" | "unpaid_ratio" | "unpaid_ceiling",
  details: { shop?: string; count?: number } = {},
  now: number = Date.now(),
): void {
  holder.__storefrontAlerts ??= new Map();
  const key = `${kind}:${details.shop ?? ""}`;
  const last = holder.__storefrontAlerts.get(key);
  if (last !== undefined && now - last < QUIET_MS) return;
  holder.__storefrontAlerts.set(key, now);
  count("alerts");
  log.error({ event: "alert", kind, ...details });
}
