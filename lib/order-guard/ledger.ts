import "server-only";
import { LRUCache } from "lru-cache";
import * as z from "zod";
import type { Phase } from "../contract/order-view";
import { describeError, log } from "../log";
import { hmac, keyRings } from "../order-access/keys";
import { phaseOf } from "../orders/status";
import type { Shop } from "../shop/schema";
import { store } from "../store/current-store";
import { count } from "../telemetry/counters";
import { addToTally } from "./tally";

const DAY_SECONDS = 24 * 3600;
const KEPT_SECONDS = DAY_SECONDS + 2 * 3600;
const KNOWN_SECONDS = 90 * DAY_SECONDS;
export const DUE_QUEUE = "guard:due";
/** Longer than a process takes for all that it took at once. */
const AGAIN_MS = 10 * 60_000;

/** Money arrived, whatever became of it after. */
const PAID: ReadonlySet<Phase> = new Set(["paid", "delivering", "done", "refunded", "review"]);

const entrySchema = z.object({
  shop: z.string(),
  scope: z.string(),
  /** Sealed: who reads the store learns no order id. */
  reference: z.string(),
  buyer: z.string(),
  createdAtMs: z.number(),
});
type Entry = z.infer<typeof entrySchema>;

const dueSchema = z.object({ key: z.string(), tries: z.number() });
export type DueEntry = z.infer<typeof dueSchema>;

const keyed = (...parts: string[]): string =>
  hmac(keyRings()[0].keys.mac, "guard", ...parts)
    .subarray(0, 16)
    .toString("base64url");
const entryKey = (shopId: string, orderId: string) => `guard:order:${keyed(shopId, orderId)}`;
const paidKey = (key: string) => `${key}:paid`;

/** What an upstream counts together: all shops that use one partner key. */
export const guardScope = (shop: Shop): string => shop.partnerIdEnv;
export const buyerKey = (cookie: string): string => keyed("buyer", cookie);

const holder = globalThis as typeof globalThis & { __storefrontPaid?: LRUCache<string, true> };

export async function noteCreated(
  shop: Shop,
  order: { orderId: string; reference: string; buyer: string },
  nowMs: number = Date.now(),
): Promise<void> {
  const scope = guardScope(shop);
  const key = entryKey(shop.id, order.orderId);
  const { reference, buyer } = order;
  const entry: Entry = { shop: shop.id, scope, reference, buyer, createdAtMs: nowMs };
  await store().set(key, JSON.stringify(entry), KEPT_SECONDS);
  await addToTally(scope, "created", nowMs);
  const deadline = nowMs + shop.payment.windowMinutes * 60_000;
  await scheduleRead({ key, tries: 0 }, deadline);
  await scheduleRead({ key, tries: 1 }, nowMs + DAY_SECONDS * 1000);
}

/**
 * The reference under which an order was made here, while the ledger keeps it. The order may have been
 * made elsewhere, or longer ago.
 */
export async function findReference(shopId: string, orderId: string): Promise<string | undefined> {
  const text = await store().get(entryKey(shopId, orderId));
  return text === undefined ? undefined : parseAs(entrySchema, text)?.reference;
}

export const scheduleRead = (due: DueEntry, atMs: number): Promise<void> =>
  store().schedule(DUE_QUEUE, JSON.stringify(due), atMs);

type Unpaid = { member: string; due: DueEntry; entry: Entry };

/**
 * The ledger's orders whose time to be looked at has come, without those known to be paid. One that is
 * not noted as looked at comes again.
 */
export async function takeUnpaid(nowMs: number, most: number): Promise<Unpaid[]> {
  const members = await store().takeDue(DUE_QUEUE, nowMs, most, nowMs + AGAIN_MS);
  const found = await Promise.all(
    members.map(async (member) => {
      const unpaid = await findUnpaid(member);
      if (!unpaid) await noteLooked(member);
      return unpaid;
    }),
  );
  return found.filter((one) => one !== undefined);
}

export const noteLooked = (member: string): Promise<void> => store().unschedule(DUE_QUEUE, member);

async function findUnpaid(member: string): Promise<Unpaid | undefined> {
  const due = parseAs(dueSchema, member);
  if (!due) return undefined;
  const [text, paid] = await Promise.all([store().get(due.key), store().get(paidKey(due.key))]);
  if (text === undefined || paid !== undefined) return undefined;
  const entry = parseAs(entrySchema, text);
  return entry && { member, due, entry };
}

/** What another version of the shop wrote may have another shape. */
function parseAs<Value>(schema: z.ZodType<Value>, text: string): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Called with every order that comes from upstream; it must cost next to nothing and never fail. */
export function noteSeen(
  shopId: string,
  order: { order_id: string; order_state: string; payment_state?: string | undefined },
): void {
  if (!PAID.has(phaseOf(order.order_state, order.payment_state ?? ""))) return;
  holder.__storefrontPaid ??= new LRUCache({ max: 10_000 });
  const key = entryKey(shopId, order.order_id);
  if (holder.__storefrontPaid.has(key)) return;
  holder.__storefrontPaid.set(key, true);
  notePaid(key).catch((error: unknown) => {
    holder.__storefrontPaid?.delete(key);
    log.warn({ event: "guard_failed", error: describeError(error) });
  });
}

async function notePaid(key: string): Promise<void> {
  const text = await store().get(key);
  if (text === undefined) return;
  if (!(await store().claim(paidKey(key), "1", KEPT_SECONDS))) return;
  const { scope, buyer, createdAtMs } = entrySchema.parse(JSON.parse(text));
  await addToTally(scope, "paid", createdAtMs);
  await store().set(`guard:known:${buyer}`, "1", KNOWN_SECONDS);
  count("orders_paid");
}

/** Whether this browser has paid for an order here before. */
export async function hasPaidBefore(buyer: string): Promise<boolean> {
  return (await store().get(`guard:known:${buyer}`)) !== undefined;
}
