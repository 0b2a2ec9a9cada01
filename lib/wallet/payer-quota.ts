import "server-only";
import { LRUCache } from "lru-cache";

/** Buyers try a second wallet, maybe a third. Whoever asks about more is looking at strangers. */
const PAYERS_PER_ORDER = 4;

const holder = globalThis as typeof globalThis & {
  __storefrontPayers?: LRUCache<string, Set<string>>;
};

/** Whether an order may (still) be paid from this account, as far as lookups go. */
export function admitPayer(orderKey: string, payer: string): boolean {
  holder.__storefrontPayers ??= new LRUCache({ max: 10_000, ttl: 24 * 3600 * 1000 });
  const known = holder.__storefrontPayers.get(orderKey) ?? new Set<string>();
  if (!known.has(payer) && known.size >= PAYERS_PER_ORDER) return false;
  known.add(payer);
  holder.__storefrontPayers.set(orderKey, known);
  return true;
}
