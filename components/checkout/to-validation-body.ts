import { parseMethodId } from "@/lib/cart/payment-choice";
import type { OrderLine, ValidationBody } from "@/lib/contract/order-body";
import type { CheckoutLine, CheckoutValues } from "./checkout-types";

type BodyParts = {
  lines: readonly CheckoutLine[];
  locale: string;
  /** What an advertisement said of itself, for the visit that it led to. */
  acquisition?: ValidationBody["acquisition"];
};

/** The order as the interface takes it, from values that passed the checks. */
export function toValidationBody(values: CheckoutValues, parts: BodyParts): ValidationBody {
  const { lines, locale, acquisition } = parts;
  return {
    lines: repeated(lines).map((line) => toOrderLine(line, values)),
    email: values.email,
    payment: parseMethodId(values.method),
    ...(values.coupon === "" ? {} : { coupon: values.coupon }),
    ...(values.refundAddress === "" ? {} : { refundAddress: values.refundAddress }),
    newsletter: values.newsletter,
    lang: locale,
    ...(acquisition && { acquisition }),
  };
}

/** Each line as often as it is bought: the lines of the body, in their order. */
export function repeated(lines: readonly CheckoutLine[]): CheckoutLine[] {
  return lines.flatMap((line) => Array.from({ length: line.quantity }, () => line));
}

function toOrderLine(line: CheckoutLine, values: CheckoutValues): OrderLine {
  const { product } = line;
  const { value = "", phone = "", account = "" } = values.lines[line.key] ?? {};
  return {
    brand: line.slug,
    brandId: line.brandId,
    country: line.country,
    ...(product.type === "range" ? { value } : { denomination: product.denomination }),
    beneficiary: { email: values.email, phone, account }[product.deliversTo],
  };
}
