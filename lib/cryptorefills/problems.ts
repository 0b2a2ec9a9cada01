import { membersOf } from "../is-record";
import { lookUp } from "../look-up";
import { UpstreamError } from "./errors";
import type { ValidationResponse } from "./schemas/validation";

type Scope = "line" | "payment" | "coupon" | "buyer" | "order";
type ProblemInfo = {
  scope: Scope;
  /** The form field that it belongs to. */
  field?: string;
  /** What may be done about it with one click. */
  offer?: "lower_amount" | "other_method" | "remove_line" | "drop_coupon" | "account";
  /** The same order may go through later, without any change. */
  retry?: boolean;
};

const line: ProblemInfo = { scope: "line", offer: "remove_line" };
const amount: ProblemInfo = { scope: "order", field: "amount", offer: "lower_amount" };
const payment: ProblemInfo = { scope: "payment", field: "payment" };
/** Another coin or network goes through. */
const method: ProblemInfo = { ...payment, offer: "other_method" };
const coupon: ProblemInfo = { scope: "coupon", field: "coupon", offer: "drop_coupon" };
const email: ProblemInfo = { scope: "buyer", field: "email" };
const buyer: ProblemInfo = { scope: "buyer" };
/** Only an account with the seller helps, which an order made here cannot name. */
const account: ProblemInfo = { ...buyer, offer: "account" };
const order: ProblemInfo = { scope: "order" };
const passing: ProblemInfo = { scope: "order", retry: true };

/** Every word that upstream is known to say no with, and where on the form the answer belongs. */
const PROBLEMS: Readonly<Record<string, ProblemInfo>> = {
  AMOUNT_LESS_THEN_MINIMUM_ALLOWED: payment,
  MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: amount,
  DAILY_SPENDING_LIMIT_EXCEEDED: amount,
  MONTHLY_SPENDING_LIMIT_EXCEEDED: amount,
  TRANSACTION_LIMIT_EXCEEDED: amount,
  PRODUCT_COUNT_EXCEEDED: order,
  MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: order,
  MAXIMUM_NUMBER_OF_PRODUCTS_PER_DAY_EXCEEDED: order,
  MAXIMUM_NUMBER_OF_SAME_PRODUCT_PER_DAY_EXCEEDED: order,
  NOT_AVAILABLE_PRODUCT: line,
  OUT_OF_STOCK: line,
  NOT_ACTIVE: line,
  INVALID_BENEFICIARY_ACCOUNT: { ...line, field: "beneficiary" },
  NOT_ALLOWED_PAYMENT_VIA: method,
  UNSUPPORTED_PROTOCOL_COIN_COMBINATION: method,
  SUSPENDED_COIN: method,
  SUSPENDED_NETWORK: method,
  PAYMENT_METHOD_NOT_SUPPORTED_FOR_EMAIL: method,
  PAYMENT_METHOD_NOT_SUPPORTED_FOR_FLIGHTS: method,
  PAYMENT_METHOD_NOT_SUPPORTED_FOR_STAYS: method,
  CANT_SETUP_PAYMENT: { ...method, retry: true },
  INVALID_REFUND_ADDRESS: { scope: "payment", field: "refund" },
  LOGIN_REQUIRED: { scope: "line", offer: "account" },
  COUPON_REQUIRES_LOGIN: coupon,
  COUPON_NOT_FOUND: coupon,
  COUPON_NOT_ACTIVE: coupon,
  COUPON_ALREADY_SPENT: coupon,
  COUPON_MAX_USAGE_REACHED: coupon,
  COUPON_EXPIRED: coupon,
  COUPON_BELOW_MIN_AMOUNT: coupon,
  COUPON_NOT_VALID_FOR_USER: coupon,
  COUPON_NOT_VALID_FOR_CATEGORY: coupon,
  COUPON_NOT_VALID_FOR_KIND: coupon,
  COUPON_NOT_VALID_FOR_BRAND: coupon,
  COUPON_NOT_VALID_FOR_COUNTRY: coupon,
  COUPON_NOT_VALID_FOR_STORE: coupon,
  KYC_MISSING: account,
  KYC_PENDING: { ...account, retry: true },
  VERIFICATION_REQUIRED: account,
  KYC_MISSING_ON_PAYMENT_PROCESSOR: method,
  KYC_PENDING_ON_PAYMENT_PROCESSOR: method,
  KYC_INVALID_ON_PAYMENT_PROCESSOR: method,
  KYC_DECLINED_ON_PAYMENT_PROCESSOR: method,
  FULLNAME_MISSING: method,
  EMAIL_NOT_CONFIRMED: email,
  INVALID_EMAIL: email,
  INVALID_EMAIL_DOMAIN: email,
  USER_BLOCKED: buyer,
  USER_BLOCKED_BY_EXTERNAL_PAYMENT_PROCESSOR: method,
  BLOCKED_COUNTRY: order,
  BAD_REQUEST: order,
  ORDER_CREATE_ERROR: passing,
  NO_PRICE: passing,
  UNKNOWN: passing,
  FLIGHT_EXPIRED: line,
  STAY_EXPIRED: line,
  FLIGHT_SERVICE_NOT_AVAILABLE: line,
  STAY_SERVICE_NOT_AVAILABLE: line,
  NFT_GIFT_CARD_NOT_APPLICABLE_FOR_SELECTED_PRODUCTS: coupon,
  ORDER_AMOUNT_BELOW_MIN_FOR_NFT_GIFT_CARDS: coupon,
  TOO_MANY_NFT_GIFT_CARDS: coupon,
  CRYPTOREFILL_NFT_GIFTCARD: coupon,
  LOYALTY_NOT_AVAILABLE_FOR_ORDER: order,
  LOYALTY_REDEMPTION_NOT_AVAILABLE: order,
  LOYALTY_BELOW_MINIMUM: order,
  INSUFFICIENT_LOYALTY_POINTS: order,
};

export const PROBLEM_CODES = Object.keys(PROBLEMS);

export function problemInfo(code: string): ProblemInfo | undefined {
  return lookUp(PROBLEMS, code);
}

export type UpstreamProblem = { code: string; moreDetails?: unknown };

const UNKNOWN = "UNKNOWN";

/** Only a word in capitals is taken over; anything else is a sentence of somebody's and means nothing here. */
function codeOf(value: unknown): string {
  const word = typeof value === "string" ? value.trim().toUpperCase() : "";
  return /^[A-Z][A-Z_]{2,59}$/.test(word) ? word : UNKNOWN;
}

/** The problems of a validation's answer, or of a refusal in any of the shapes that upstream uses. */
export function problemsOf(answer: ValidationResponse | UpstreamError): UpstreamProblem[] {
  const body = answer instanceof UpstreamError ? membersOf(answer.body) : answer;
  const listed = Array.isArray(body.problems) ? body.problems.map(membersOf) : [];
  if (listed.length > 0) {
    return listed.map(({ problem, moreDetails }) => ({ code: codeOf(problem), moreDetails }));
  }
  if (!(answer instanceof UpstreamError)) return [];
  const { detail, error_code, message, moreDetails } = membersOf(answer.body);
  const codes = [detail, error_code, message].map(codeOf);
  return [{ code: codes.find((code) => code !== UNKNOWN) ?? UNKNOWN, moreDetails }];
}
