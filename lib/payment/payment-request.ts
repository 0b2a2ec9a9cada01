/**
 * What a payment request says. `amount` is a decimal in the coin; a request without one leaves it to
 * the payer.
 */
export type PaymentRequest = {
  scheme:
    | "ethereum"
    | "bitcoin"
    | "litecoin"
    | "dogecoin"
    | "lightning"
    | "solana"
    | "tron"
    | "ton";
  address: string;
  amount?: string;
  token?: string;
  chainId?: number;
};

export type TokenUnits = { address: string; decimals: number };
