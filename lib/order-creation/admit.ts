import "server-only";
import { challenge } from "../challenge/configured";
import { passesChallenge } from "../challenge/verify";
import type { OrderBody } from "../contract/order-body";
import type { LimitName } from "../env/schema";
import { hmac, keyRings } from "../order-access/keys";
import { buyerKey } from "../order-guard/ledger";
import { judge } from "../order-guard/verdict";
import type { Shop } from "../shop/schema";
import { store } from "../store/current-store";
import { consume, waitFor } from "../store/limits";
import { alert } from "../telemetry/alert";
import { count } from "../telemetry/counters";
import type { RawRefusal } from "./refusal";

/** A challenge that was passed is good for one order, also when its price has to be accepted anew first. */
const PASSED_SECONDS = 900;
const STOPPED_RETRY_SECONDS = 300;

export type Applicant = {
  ip: string;
  /** What the limit per address counts: the address, or the network of an IPv6 one. */
  ipKey: string;
  cookie: string;
  email: string;
  challengeToken: string;
};

/** Whether this buyer may try to order now; counts the attempt. Nothing is asked of upstream for it. */
export async function admitBuyer(shop: Shop, who: Applicant): Promise<RawRefusal | undefined> {
  const buyer = buyerKey(who.cookie);
  const ceiling = await overCeiling(shop);
  if (ceiling) return ceiling;
  const limited = await firstExceeded([
    ["LIMIT_ORDERS", `${shop.id}:${who.ipKey}`],
    ["LIMIT_ORDERS_SESSION", `${shop.id}:${buyer}`],
    ["LIMIT_ORDERS_EMAIL", `${shop.id}:${emailKey(who.email)}`],
  ]);
  if (limited) return limited;
  const verdict = await judge(shop, buyer);
  if (verdict === "go") return undefined;
  if (verdict === "stop") {
    count("guard_stopped");
    return { code: "busy", retryAfterSeconds: STOPPED_RETRY_SECONDS };
  }
  return challenge() ? challenged(shop, who, buyer) : slowedDown(shop, who);
}

/** Whether this order may be sent now; called right before it is. */
export async function admitOrder(
  shop: Shop,
  who: Applicant,
  lines: OrderBody["lines"],
): Promise<RawRefusal | undefined> {
  const limited = await firstExceeded(
    lines.map((line) => [
      "LIMIT_ORDERS_PRODUCT",
      [shop.id, line.brandId, line.country, line.denomination ?? "range"].join("|"),
    ]),
  );
  if (limited) return limited;
  const wait = await consume("LIMIT_ORDERS_GLOBAL", shop.id);
  if (wait !== undefined) return busy(shop, wait);
  await store().delete(passedKey(buyerKey(who.cookie)));
  return undefined;
}

async function overCeiling(shop: Shop): Promise<RawRefusal | undefined> {
  const wait = await waitFor("LIMIT_ORDERS_GLOBAL", shop.id);
  return wait === undefined ? undefined : busy(shop, wait);
}

function busy(shop: Shop, retryAfterSeconds: number): RawRefusal {
  count("orders_busy");
  alert("order_ceiling", { shop: shop.id });
  return { code: "busy", retryAfterSeconds };
}

async function firstExceeded(uses: [LimitName, string][]): Promise<RawRefusal | undefined> {
  for (const [name, key] of uses) {
    const retryAfterSeconds = await consume(name, key);
    if (retryAfterSeconds === undefined) continue;
    count("orders_limited");
    return { code: "too_many_requests", retryAfterSeconds };
  }
  return undefined;
}

const passedKey = (buyer: string): string => `guard:passed:${buyer}`;

async function challenged(
  shop: Shop,
  who: Applicant,
  buyer: string,
): Promise<RawRefusal | undefined> {
  const configured = challenge();
  if (!configured || (await store().get(passedKey(buyer))) !== undefined) return undefined;
  const host = new URL(shop.url).hostname;
  const answer = { token: who.challengeToken, ip: who.ip, host };
  if (await passesChallenge(configured, answer)) {
    await store().set(passedKey(buyer), "1", PASSED_SECONDS);
    return undefined;
  }
  count("guard_asked");
  const { provider, siteKey } = configured;
  return { code: "challenge_required", provider, siteKey };
}

/** Without a challenge new buyers wait longer; an honest one still gets through. */
async function slowedDown(shop: Shop, who: Applicant): Promise<RawRefusal | undefined> {
  count("guard_slowed");
  return firstExceeded([
    ["LIMIT_ORDERS_SLOWED", `${shop.id}:${who.ipKey}`],
    ["LIMIT_ORDERS_SLOWED_ALL", shop.id],
  ]);
}

/** One mailbox counts once, however its address is spelt. */
function emailKey(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  const mailbox = `${local.replace(/\+.*$/, "")}@${domain}`;
  return hmac(keyRings()[0].keys.mac, "limit", mailbox).subarray(0, 16).toString("base64url");
}
