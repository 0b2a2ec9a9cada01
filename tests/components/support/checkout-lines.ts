import type { CheckoutLine } from "@/components/checkout/checkout-types";

export const giftCard: CheckoutLine = {
  key: "l0",
  quantity: 1,
  country: "US",
  countryName: "United States",
  slug: "acme",
  brandId: "b-1",
  brandName: "Acme",
  product: {
    denomination: "25 USD",
    label: "$25",
    type: "fixed",
    faceValue: { amount: "25", currency: "USD" },
    price: { amount: "25.41", coin: "USDC" },
    deliversTo: "email",
  },
  region: "United States only",
  productHref: "/en/us/acme",
};

export const rangeCard: CheckoutLine = {
  ...giftCard,
  value: "50",
  product: {
    denomination: "range",
    label: "$5 – $100",
    type: "range",
    range: { min: "5", max: "100", step: "5", currency: "USD" },
    deliversTo: "email",
  },
};

export const topUp: CheckoutLine = {
  ...giftCard,
  country: "TR",
  countryName: "Türkiye",
  brandName: "Telco",
  product: { denomination: "100 TRY", label: "100 TRY", type: "fixed", deliversTo: "phone" },
};
