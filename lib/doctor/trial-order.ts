import type { PaymentMethod } from "../contract/catalog";
import type { ProductGroup } from "../cryptorefills/schemas/product";

/** A name that is set aside for examples: nothing that is sent there arrives anywhere. */
const NOBODY = "doctor@example.com";

/** What can be tried of a brand: a fixed amount that is sent by e-mail, and the limits of a range. */
export function trialProducts(groups: readonly ProductGroup[]) {
  const products = groups.flatMap((group) => group.products);
  return {
    fixed: products.find(
      ({ is_dynamic, delivery_type, denomination }) =>
        !is_dynamic && delivery_type === "by_email" && denomination,
    ),
    range: products.find(({ is_dynamic, range }) => is_dynamic && range)?.range,
  };
}

type Trial = {
  country: string;
  brand: string;
  denomination: string;
  method: PaymentMethod;
  lang: string;
};

/** The body of a check of an order. It is only ever sent to be validated. */
export function trialOrder({ country, brand, denomination, method, lang }: Trial) {
  const { via, coin, network } = method;
  return {
    email: NOBODY,
    user: { email: NOBODY, has_accepted_newsletter: false },
    payment: { type: "via", payment_via: via, coin, network },
    deliveries: [
      { brand_name: brand, country_code: country, denomination, beneficiary_account: NOBODY },
    ],
    lang,
  };
}
