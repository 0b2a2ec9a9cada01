import "server-only";
import { knowsCoin } from "../catalog/knows-coin";
import { echoFaults } from "../checkout/echo-check";
import { toUpstreamOrder } from "../checkout/to-order";
import type { CoinAmount } from "../contract/catalog";
import type { ValidationBody } from "../contract/order-body";
import { validateOrder } from "../cryptorefills/client";
import { UpstreamError, type UpstreamErrorKind } from "../cryptorefills/errors";
import type { Identity } from "../cryptorefills/headers";
import { problemsOf } from "../cryptorefills/problems";
import type { ValidationResponse } from "../cryptorefills/schemas/validation";
import { log } from "../log";
import { refundFault } from "../payment/refund-check";
import { takesNetwork } from "../shop/rules";
import type { Shop } from "../shop/schema";
import type { RawProblem } from "./raw-problem";
import { type ResolvedLine, resolveLines } from "./resolve-lines";
import { withAcquisition } from "./with-acquisition";

export type CheckedOrder =
  | { kind: "ok"; total: CoinAmount; lines: ResolvedLine[]; answer: ValidationResponse }
  | { kind: "brand_changed" }
  | { kind: "problems"; problems: RawProblem[]; lines: ResolvedLine[] };

/**
 * Asks upstream whether the order would go through. An answer without a price is not a success, and
 * neither is one that echoes another product than the one asked for.
 * @throws UpstreamError when there is no answer.
 */
export async function checkOrder(
  shop: Shop,
  body: ValidationBody,
  identity: Identity,
): Promise<CheckedOrder> {
  const { coin, network } = body.payment;
  if (!takesNetwork(shop, network) || !(await knowsCoin(shop, coin))) {
    const problem = { code: "NOT_ALLOWED_PAYMENT_VIA", field: "payment" };
    return { kind: "problems", problems: [problem], lines: [] };
  }
  const resolution = await resolveLines(shop, body);
  if (!resolution.ok) {
    return resolution.brandChanged
      ? { kind: "brand_changed" }
      : { kind: "problems", problems: resolution.problems, lines: [] };
  }
  const { lines } = resolution;
  if (body.refundAddress !== undefined && refundFault(body.payment, body.refundAddress)) {
    return { kind: "problems", problems: [{ code: "INVALID_REFUND_ADDRESS" }], lines };
  }
  let answer: ValidationResponse;
  try {
    answer = await validateOrder(identity, toUpstreamOrder(withAcquisition(shop, body), lines));
  } catch (error) {
    const problems = refusalProblems(error);
    if (problems) return { kind: "problems", problems, lines };
    throw error;
  }
  const problems = problemsOf(answer);
  if (problems.length > 0) return { kind: "problems", problems, lines };
  const { coin_amount: amount } = answer;
  if (amount === undefined || !/[1-9]/.test(amount) || (answer.coin ?? coin) !== coin) {
    return { kind: "problems", problems: [{ code: "NO_PRICE" }], lines };
  }
  const echo = echoFaults(lines, answer.deliveries);
  if (echo.length > 0) {
    log.warn({ event: "validation_echo_differs", count: echo.length });
    return {
      kind: "problems",
      problems: echo.map((line) => ({ code: "NOT_AVAILABLE_PRODUCT", line })),
      lines,
    };
  }
  return { kind: "ok", total: { amount, coin }, lines, answer };
}

const SAYS_NO: ReadonlySet<UpstreamErrorKind> = new Set(["refused", "suspended", "not-found"]);

/** The problems of a definitive refusal; `undefined` when the error says nothing about the order. */
export function refusalProblems(error: unknown): RawProblem[] | undefined {
  if (!(error instanceof UpstreamError)) return undefined;
  return SAYS_NO.has(error.kind) ? problemsOf(error) : undefined;
}
