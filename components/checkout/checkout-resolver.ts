import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { parseMethodId } from "@/lib/cart/payment-choice";
import { emailFault } from "@/lib/checkout/email-fault";
import { visibleText } from "@/lib/checkout/visible-text";
import { fill } from "@/lib/i18n/fill";
import { checkAmount } from "./amount-check";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { formatMoney } from "./format-money";
import { networkName } from "./payment-names";
import { checkPhone } from "./phone-check";

// The policy of this page forbids the compiled parsers that zod would otherwise try to make.
z.config({ jitless: true });

type Context = { messages: CheckoutMessages; locale: string };
type LineContext = Context & {
  line: CheckoutLine;
  /** The numbers of the lines before this one, as they were typed, each with its country. */
  earlier: readonly { phone: string; country: string }[];
};
type Checked = { value: string } | { fault: string };
type Check = (typed: string) => Checked | Promise<Checked>;

const ACCOUNT_MAX = 64;
const COUPON_MAX = 60;

const asTyped: Check = (typed) => ({ value: typed });

/**
 * The checks that need no server. What passes comes back in the form in which it is sent: trimmed,
 * without what nobody sees, the number in E.164, the amount as a plain decimal. A field that a product
 * does not ask for passes.
 */
function checkoutSchema(context: Context, lines: readonly CheckoutLine[], typed: CheckoutValues) {
  const { networkMissing, couponLong, refundOwnMissing } = context.messages;
  return z.object({
    lines: z.object(
      Object.fromEntries(
        lines.map((line, index) => {
          const earlier = phonesOf(lines.slice(0, index), typed);
          return [line.key, lineSchema({ ...context, line, earlier })];
        }),
      ),
    ),
    email: textField(emailCheck(context)),
    coin: field(asTyped),
    method: field((text) => (text === "" ? { fault: networkMissing } : { value: text })),
    coupon: textField((text) =>
      text.length > COUPON_MAX
        ? { fault: fill(couponLong, { max: COUPON_MAX }, context.locale) }
        : { value: text },
    ),
    refundAddress: textField(refundCheck(context, typed.method)),
    refundOwn: z
      ._default(z.boolean(), false)
      .check(z.refine((own) => own || !typed.refundAddress?.trim(), { error: refundOwnMissing })),
    newsletter: z._default(z.boolean(), false),
  });
}

function lineSchema(context: LineContext) {
  const { product } = context.line;
  return z.object({
    value: field(product.range ? amountCheck(context) : asTyped),
    phone: field(product.deliversTo === "phone" ? phoneCheck(context) : asTyped),
    account: textField(product.deliversTo === "account" ? accountCheck(context) : asTyped),
  });
}

/**
 * A text field that nobody has touched before hydration is absent, which the type of the form leaves
 * out. The schema is made for the values at hand: an address to refund to depends on the network.
 */
export function checkoutResolver(
  context: Context,
  currentLines: () => readonly CheckoutLine[],
): Resolver<CheckoutValues> {
  return (values, formContext, options) => {
    const resolve = standardSchemaResolver(
      checkoutSchema(context, currentLines(), values),
    ) as Resolver<CheckoutValues>;
    return resolve(values, formContext, options);
  };
}

function field(check: Check) {
  return z.pipe(
    z._default(z.string(), ""),
    z.transform(async (typed: string, context) => {
      const checked = await check(typed.trim());
      if ("value" in checked) return checked.value;
      context.issues.push({ code: "custom", message: checked.fault, input: typed });
      return typed;
    }),
  );
}

const textField = (check: Check) => field((typed) => check(visibleText(typed)));

/** The checksums are loaded when there is something to check. */
function refundCheck({ messages }: Context, method: string): Check {
  const { coin, network } = parseMethodId(method);
  return async (address) => {
    if (address === "" || network === "") return { value: address };
    const { refundFault } = await import("@/lib/payment/refund-check");
    const fault = refundFault({ coin, network }, address);
    if (!fault) return { value: address };
    const sentences = {
      invalid: messages.refundInvalid,
      legacy_only: messages.refundLegacyOnly,
      unsupported: messages.refundUnsupported,
    };
    return { fault: fill(sentences[fault], { network: networkName({ coin, network }) }) };
  };
}

function emailCheck({ messages }: Context): Check {
  return (typed) => {
    const fault = emailFault(typed);
    if (!fault) return { value: typed };
    return { fault: fault === "empty" ? messages.emailMissing : messages.emailInvalid };
  };
}

function accountCheck({ messages, locale }: Context): Check {
  return (typed) => {
    if (typed === "") return { fault: messages.accountMissing };
    return typed.length < 3 || typed.length > ACCOUNT_MAX
      ? { fault: fill(messages.accountLength, { max: ACCOUNT_MAX }, locale) }
      : { value: typed };
  };
}

function phonesOf(lines: readonly CheckoutLine[], typed: CheckoutValues) {
  return lines.flatMap(({ key, country, product }) =>
    product.deliversTo === "phone" ? [{ phone: typed.lines[key]?.phone ?? "", country }] : [],
  );
}

function phoneCheck({ line, messages, earlier, locale }: LineContext): Check {
  return async (typed) => {
    if (typed === "") return { fault: messages.phoneMissing };
    const check = await checkPhone(typed, line.country);
    if (check.kind === "ok") {
      const others = await Promise.all(earlier.map((one) => checkPhone(one.phone, one.country)));
      // A number is topped up once a day: better said here than by a refusal of the whole order.
      return others.some((other) => other.kind === "ok" && other.e164 === check.e164)
        ? { fault: messages.phoneTwice }
        : { value: check.e164 };
    }
    if (check.kind === "ambiguous") {
      const ways = new Intl.ListFormat(locale, { type: "disjunction" }).format(check.readings);
      return { fault: fill(messages.phoneAmbiguous, { numbers: ways }) };
    }
    const sentences = {
      unchecked: messages.phoneUnchecked,
      invalid: messages.phoneInvalid,
      wrong_country: messages.phoneWrongCountry,
    };
    return { fault: fill(sentences[check.kind], { country: line.countryName }) };
  };
}

function amountCheck({ line, messages, locale }: LineContext): Check {
  const { range } = line.product;
  if (!range) return asTyped;
  const show = (amount: string) => formatMoney({ amount, currency: range.currency }, locale);
  const limits = { min: show(range.min), max: show(range.max) };
  return (typed) => {
    const check = checkAmount(typed, range);
    switch (check.kind) {
      case "ok":
        return { value: check.value };
      case "missing":
        return { fault: fill(messages.amountMissing, limits) };
      case "format":
        return { fault: messages.amountFormat };
      case "outside":
        return { fault: fill(messages.amountRange, limits) };
      case "step": {
        const values = { step: show(range.step), near: show(check.nearest) };
        return { fault: fill(messages.amountStep, values) };
      }
    }
  };
}
