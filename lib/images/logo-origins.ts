/** The hosts that upstream serves its logos from. */
export const LOGO_ORIGINS = [
  "https://cdn.cryptorefills.com",
  "https://cryptorefills.s3-eu-west-1.amazonaws.com",
] as const;
