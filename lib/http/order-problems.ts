import type { ValidationBody } from "../contract/order-body";
import type { Problem } from "../contract/problem";
import type { Locale } from "../i18n/locales";
import type { NamedLine } from "../order-creation/line-of";
import { perDelivery } from "../order-creation/per-delivery";
import type { RawProblem } from "../order-creation/raw-problem";
import type { RawRefusal } from "../order-creation/refusal";
import { toProblem } from "../order-creation/to-problem";
import { HttpProblem } from "./http-problem";

/** The problems of an order in the buyer's language. */
export function inWords(
  problems: readonly RawProblem[],
  lines: readonly NamedLine[],
  body: ValidationBody,
  locale: Locale,
): Promise<Problem[]> {
  const context = {
    coin: body.payment.coin,
    network: body.payment.network,
    lines,
  };
  const single = problems.flatMap(perDelivery);
  return Promise.all(single.map((problem) => toProblem(problem, locale, context)));
}

/** A refused order as the problem that the caller gets. */
export async function refusalProblem(
  refusal: RawRefusal,
  body: ValidationBody,
  locale: Locale,
): Promise<HttpProblem> {
  switch (refusal.code) {
    case "order_refused":
      return new HttpProblem("order_refused", {
        problems: await inWords(refusal.problems, refusal.lines, body, locale),
      });
    case "price_changed": {
      const { accepted, actual, coin } = refusal;
      return new HttpProblem("price_changed", { more: { accepted, actual, coin } });
    }
    case "challenge_required": {
      const { provider, siteKey } = refusal;
      return new HttpProblem("challenge_required", { more: { provider, siteKey } });
    }
    case "brand_changed":
      return new HttpProblem("brand_changed");
    default:
      return new HttpProblem(refusal.code, { retryAfterSeconds: refusal.retryAfterSeconds });
  }
}
