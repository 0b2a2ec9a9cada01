import "server-only";
import { challenge } from "../challenge/configured";
import { passesChallenge } from "../challenge/verify";
import type { OrderBody } from "../contract/order-body";
import type { LimitName } from "../env/schema";
import { hmac, keyRings } from "../order-access/keys";
import { buyerKey } from "../order-guard/ledger";
import { judge } from "../order-guard/verdict";
import type { Shop } from "../shop/schema";
import { consume, waitFor } from "../store/limits";
import { alert } from "../telemetry/alert";
import { count } from "../telemetry/counters";
import { newPass, type Pass, takePass } from "./passed-challenge";
import type { RawRefusal } from "./refusal";

const STOPPED_RETRY_SECONDS = 300;

export type Applicant = {
  ip: string;
  /** What the limit per address counts: the address, or the network of an IPv6 one. */
  ipKey: string;
  cookie: string;
  email: string;
  challengeToken: string;
};

/** The pass is this attempt's own: to be given back when it sends no order. */
export type Admission = { refusal: RawRefusal } | { refusal?: undefined; pass?: Pass };

/** Whether this buyer may try to order now; counts the attempt. Nothing is asked of upstream for it. */
export async function admitBuyer(shop: Shop, who: Applicant): Promise<Admission> {
  const buyer = buyerKey(who.cookie);
  const ceiling = await overCeiling(shop);
  if (ceiling) return { refusal: ceiling };
  const limited = await firstExceeded([
    ["LIMIT_ORDERS", `${shop.id}:${who.ipKey}`],
    ["LIMIT_ORDERS_SESSION", `${shop.id}:${buyer}`],
  ]);
  if (limited) return { refusal: limited };
  // Only looked at: whoever could use it up without an order could keep somebody else from ordering.
  const mailbox = await waitFor("LIMIT_ORDERS_EMAIL", mailboxOf(shop, who));
  if (mailbox !== undefined) return { refusal: tooMany(mailbox) };
  const verdict = await judge(shop, buyer);
  if (verdict === "go") return {};
  if (verdict === "stop") {
    count("guard_stopped");
    return { refusal: { code: "busy", retryAfterSeconds: STOPPED_RETRY_SECONDS } };
  }
  if (challenge()) return challenged(shop, who, buyer);
  const slowed = await slowedDown(shop, who);
  return slowed ? { refusal: slowed } : {};
}

/** Whether this order may be sent now; called right before it is, and counts it. */
export async function admitOrder(
  shop: Shop,
  who: Applicant,
  lines: OrderBody["lines"],
): Promise<RawRefusal | undefined> {
  const limited = await firstExceeded([
    ...lines.map((line): [LimitName, string] => [
      "LIMIT_ORDERS_PRODUCT",
      [shop.id, line.brandId, line.country, line.denomination ?? "range"].join("|"),
    ]),
    ["LIMIT_ORDERS_EMAIL", mailboxOf(shop, who)],
  ]);
  if (limited) return limited;
  const wait = await consume("LIMIT_ORDERS_GLOBAL", shop.id);
  return wait === undefined ? undefined : busy(shop, wait);
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
    return tooMany(retryAfterSeconds);
  }
  return undefined;
}

function tooMany(retryAfterSeconds: number): RawRefusal {
  count("orders_limited");
  return { code: "too_many_requests", retryAfterSeconds };
}

async function challenged(shop: Shop, who: Applicant, buyer: string): Promise<Admission> {
  const configured = challenge();
  if (!configured) return {};
  const kept = await takePass(buyer);
  if (kept) return { pass: kept };
  const host = new URL(shop.url).hostname;
  const answer = { token: who.challengeToken, ip: who.ip, host };
  if (await passesChallenge(configured, answer)) return { pass: newPass(buyer) };
  count("guard_asked");
  const { provider, siteKey } = configured;
  return { refusal: { code: "challenge_required", provider, siteKey } };
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
function mailboxOf(shop: Shop, { email }: Applicant): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  const mailbox = `${local.replace(/\+.*$/, "")}@${domain}`;
  const key = hmac(keyRings()[0].keys.mac, "limit", mailbox).subarray(0, 16).toString("base64url");
  return `${shop.id}:${key}`;
}
