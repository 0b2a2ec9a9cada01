import type { FieldErrors, Resolver } from "react-hook-form";
import { emailFault } from "@/lib/checkout/email-fault";
import type { ValidationBody } from "@/lib/contract/order-body";
import { fill } from "@/lib/i18n/fill";
import { checkAmount } from "./amount-check";
import type {
  CheckoutChoice,
  CheckoutMessages,
  CheckoutValues,
  Place,
  PlacedProblem,
} from "./checkout-types";
import { formatMoney } from "./format-money";
import { checkPhone } from "./phone-check";

type Field = Exclude<keyof CheckoutValues, "coin" | "newsletter">;
type Context = { choice: CheckoutChoice; messages: CheckoutMessages; locale: string };

const ACCOUNT_MAX = 64;
const COUPON_MAX = 60;

/**
 * The checks that need no server. What passes comes back in the form in which it is sent: trimmed,
 * the number in E.164, the amount as a plain decimal.
 */
export function checkoutResolver(context: Context): Resolver<CheckoutValues> {
  return async (typed) => {
    const { values, errors } = await checkValues(typed, context);
    const list = Object.entries(errors).map(([name, message]) => [
      name,
      { type: "check", message },
    ]);
    return list.length === 0
      ? { values, errors: {} }
      : { values: {}, errors: Object.fromEntries(list) as FieldErrors<CheckoutValues> };
  };
}

type Checked = { values: CheckoutValues; errors: Partial<Record<Field, string>> };

async function checkValues(typed: Partial<CheckoutValues>, context: Context): Promise<Checked> {
  const { choice, messages } = context;
  const errors: Checked["errors"] = {};
  const email = (typed.email ?? "").trim();
  const coupon = (typed.coupon ?? "").trim();
  const values: CheckoutValues = {
    email,
    phone: typed.phone ?? "",
    account: (typed.account ?? "").trim(),
    value: typed.value ?? "",
    coin: typed.coin ?? "",
    method: typed.method ?? "",
    coupon,
    newsletter: typed.newsletter === true,
  };
  const fault = emailFault(email);
  if (fault) errors.email = fault === "empty" ? messages.emailMissing : messages.emailInvalid;
  if (choice.product.deliversTo === "phone") await checkPhoneField(values, errors, context);
  if (choice.product.deliversTo === "account") {
    const length = values.account.length;
    if (length === 0) errors.account = messages.accountMissing;
    else if (length < 3 || length > ACCOUNT_MAX) {
      errors.account = fill(messages.accountLength, { max: ACCOUNT_MAX });
    }
  }
  if (choice.product.range) checkAmountField(values, errors, context);
  if (values.method === "") errors.method = messages.networkMissing;
  if (coupon.length > COUPON_MAX) errors.coupon = fill(messages.couponLong, { max: COUPON_MAX });
  return { values, errors };
}

async function checkPhoneField(
  values: CheckoutValues,
  errors: Checked["errors"],
  { choice, messages }: Context,
): Promise<void> {
  if (values.phone.trim() === "") {
    errors.phone = messages.phoneMissing;
    return;
  }
  const check = await checkPhone(values.phone.trim(), choice.country);
  const country = choice.countryName;
  if (check.kind === "ok") values.phone = check.e164;
  else if (check.kind === "unchecked") errors.phone = messages.phoneUnchecked;
  else if (check.kind === "invalid") errors.phone = fill(messages.phoneInvalid, { country });
  else errors.phone = fill(messages.phoneWrongCountry, { country });
}

function checkAmountField(
  values: CheckoutValues,
  errors: Checked["errors"],
  { choice, messages, locale }: Context,
): void {
  const { range } = choice.product;
  if (!range) return;
  const check = checkAmount(values.value, range);
  const show = (amount: string) => formatMoney({ amount, currency: range.currency }, locale);
  const limits = { min: show(range.min), max: show(range.max) };
  switch (check.kind) {
    case "ok":
      values.value = check.value;
      return;
    case "missing":
      errors.value = fill(messages.amountMissing, limits);
      return;
    case "format":
      errors.value = messages.amountFormat;
      return;
    case "outside":
      errors.value = fill(messages.amountRange, limits);
      return;
    case "step":
      errors.value = fill(messages.amountStep, {
        step: show(range.step),
        near: show(check.nearest),
      });
  }
}

/** In the order of the page. */
const PLACE_OF_FIELD: Record<Field, Place> = {
  value: "amount",
  phone: "recipient",
  account: "recipient",
  email: "email",
  method: "payment",
  coupon: "coupon",
};

/** The field where a place of this order shows what is wrong. */
export function fieldOfPlace(place: Place, choice: CheckoutChoice): Field | undefined {
  if (place === "recipient") {
    return choice.product.deliversTo === "account" ? "account" : "phone";
  }
  return (Object.keys(PLACE_OF_FIELD) as Field[]).find((field) => PLACE_OF_FIELD[field] === place);
}

/** What the form itself found, in the order of the page. */
export function toProblems(errors: FieldErrors<CheckoutValues>): PlacedProblem[] {
  return (Object.keys(PLACE_OF_FIELD) as Field[]).flatMap((field) => {
    const text = errors[field]?.message;
    return text ? [{ place: PLACE_OF_FIELD[field], text }] : [];
  });
}

type BodyParts = { choice: CheckoutChoice; locale: string; utmSource: string | undefined };

/** The order as the interface takes it, from values that passed the checks. */
export function toValidationBody(values: CheckoutValues, parts: BodyParts): ValidationBody {
  const { choice, locale, utmSource } = parts;
  const { product } = choice;
  const [via = "", coin = "", network = ""] = values.method.split("|");
  const beneficiary = { email: values.email, phone: values.phone, account: values.account };
  return {
    lines: [
      {
        brand: choice.slug,
        brandId: choice.brandId,
        country: choice.country,
        ...(product.type === "range"
          ? { value: values.value }
          : { denomination: product.denomination }),
        beneficiary: beneficiary[product.deliversTo],
      },
    ],
    email: values.email,
    payment: { via, coin, network },
    ...(values.coupon === "" ? {} : { coupon: values.coupon }),
    newsletter: values.newsletter,
    lang: locale,
    ...(utmSource === undefined ? {} : { acquisition: { utmSource } }),
  };
}
