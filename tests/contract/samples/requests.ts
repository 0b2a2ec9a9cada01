/** Requests as the developer page shows them. */
export const BUYER = "buyer@example.com";

export const PAYMENT = {
  type: "via",
  payment_via: "USER_WALLET",
  coin: "USDC",
  network: "Solana",
} as const;

type Line = {
  brand_name: string;
  country_code: string;
  denomination: string;
  product_value?: number | string;
  beneficiary_account: string;
};

export const FIXED_LINE: Line = {
  brand_name: "Pixelforge",
  country_code: "US",
  denomination: "20 USD",
  beneficiary_account: BUYER,
};

export const RANGE_LINE: Line = {
  brand_name: "Example Stays",
  country_code: "US",
  denomination: "range",
  product_value: 100,
  beneficiary_account: BUYER,
};

export const TOP_UP_LINE: Line = {
  brand_name: "Tonewave Credits",
  country_code: "US",
  denomination: "25 USD",
  beneficiary_account: "+14155551234",
};

export const ESIM_LINE: Line = {
  brand_name: "Roamly eSIM",
  country_code: "US",
  denomination: "10 GB 30 days",
  beneficiary_account: BUYER,
};

export const LINK_LINE: Line = {
  brand_name: "Ridehail",
  country_code: "US",
  denomination: "25 USD",
  beneficiary_account: BUYER,
};

export const BILL_LINE: Line = {
  brand_name: "Brightgrid Power",
  country_code: "US",
  denomination: "range",
  product_value: "60",
  beneficiary_account: "4711-2026",
};

export function validationRequest(lines: readonly unknown[] = [FIXED_LINE], payment: object = {}) {
  return {
    email: BUYER,
    payment: { ...PAYMENT, ...payment },
    deliveries: lines,
    lang: "en",
  };
}

export function orderRequest(lines: readonly unknown[] = [FIXED_LINE], payment: object = {}) {
  return {
    ...validationRequest(lines, payment),
    user: { email: BUYER, has_accepted_newsletter: false },
    acquisition: { utm_source: "your_platform" },
  };
}
