import type { BrandCard, Product } from "../contract/catalog";
import type { OrderLine, ValidationBody } from "../contract/order-body";
import { upstreamLang } from "../i18n/upstream-lang";
import { shortest } from "../payment/amount";

type ResolvedLine = { line: OrderLine; brand: BrandCard; product: Product };

/**
 * The order as upstream takes it, built anew from what the shop knows: no field of a request is passed
 * on by itself. A range is asked for by its value; its literal amount would be another, dearer product.
 */
export function toUpstreamOrder(body: ValidationBody, lines: readonly ResolvedLine[]) {
  const email = body.email.trim();
  const { coin, network, via } = body.payment;
  const source = body.acquisition;
  return {
    email,
    user: { email, has_accepted_newsletter: body.newsletter },
    payment: { type: "via", payment_via: via, coin, network },
    deliveries: lines.map(({ line, brand, product }) => ({
      brand_name: brand.name,
      country_code: line.country,
      ...denominationOf(line, product),
      beneficiary_account: line.beneficiary.trim(),
    })),
    lang: upstreamLang(body.lang),
    ...(source && {
      acquisition: {
        ...(source.utmSource !== undefined && { utm_source: source.utmSource }),
        ...(source.utmMedium !== undefined && { utm_medium: source.utmMedium }),
        ...(source.utmCampaign !== undefined && { utm_campaign: source.utmCampaign }),
      },
    }),
    ...(body.refundAddress !== undefined && { refund_wallet_address: body.refundAddress }),
    ...(body.coupon !== undefined && { promo_code: body.coupon }),
  };
}

/** Upstream wants the value of a range as a JSON number; one that a number cannot hold exactly stays text. */
function denominationOf(line: OrderLine, product: Product) {
  if (line.value === undefined) return { denomination: product.denomination };
  const number = Number(line.value);
  const text = shortest(line.value);
  return { denomination: "range", product_value: String(number) === text ? number : text };
}
