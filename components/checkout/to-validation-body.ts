import type { ValidationBody } from "@/lib/contract/order-body";
import type { CheckoutChoice, CheckoutValues } from "./checkout-types";

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
    ...(values.refundAddress === "" ? {} : { refundAddress: values.refundAddress }),
    newsletter: values.newsletter,
    lang: locale,
    ...(utmSource === undefined ? {} : { acquisition: { utmSource } }),
  };
}
