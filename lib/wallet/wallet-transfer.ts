import type { OrderPayment } from "../contract/order-view";
import { toBaseUnits } from "../payment/amount";
import { isNative, networkOf } from "../payment/networks";

/** Exactly one transfer: of a token by its contract, or of the chain's own coin when there is none. */
export type WalletTransfer = {
  coin: string;
  recipient: string;
  units: bigint;
  decimals: number;
  /** The contract or mint of the token. */
  token?: string;
} & ({ family: "evm"; chainId: number } | { family: "solana" });

/**
 * The transfer that pays `amount` of an order. There is none when a wallet cannot be told beyond
 * doubt what to send: another kind of chain, a token that is not the known one, too many digits.
 */
export function walletTransfer(payment: OrderPayment, amount: string): WalletTransfer | undefined {
  const { coin, network, address, token } = payment;
  const known = networkOf(coin, network);
  const native = isNative(coin, known);
  const decimals = native ? known.native?.decimals : token?.decimals;
  if (!address || payment.hold || decimals === undefined) return undefined;
  const units = unitsOf(amount, decimals);
  if (units === undefined) return undefined;
  const shared = {
    coin,
    recipient: address,
    units,
    decimals,
    ...(!native && token && { token: token.address }),
  };
  if (known.format === "evm" && known.chainId !== undefined) {
    return { ...shared, family: "evm", chainId: known.chainId };
  }
  return known.format === "solana" ? { ...shared, family: "solana" } : undefined;
}

function unitsOf(amount: string, decimals: number): bigint | undefined {
  try {
    const units = toBaseUnits(amount, decimals);
    return units > 0n ? units : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
