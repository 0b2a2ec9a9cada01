import { fromBaseUnits, toBaseUnits } from "./amount";
import type { PaymentRequest, TokenUnits } from "./payment-request";

const ADDRESS = "0x[0-9a-fA-F]{40}";
const NATIVE = new RegExp(`^ethereum:(${ADDRESS})@([1-9]\\d{0,9})\\?value=(\\d{1,60})$`);
const TOKEN = new RegExp(
  `^ethereum:(${ADDRESS})@([1-9]\\d{0,9})/transfer\\?address=(${ADDRESS})&uint256=(\\d{1,60})$`,
);
const NATIVE_DECIMALS = 18;

type Transfer = { address: string; chainId: number; amount: string; token?: TokenUnits };

/**
 * ERC-681: a transfer of the chain's own coin, or of a token by its contract. Amounts are integers.
 * @throws RangeError for an amount that the token cannot hold.
 */
export function encodeErc681({ address, chainId, amount, token }: Transfer): string {
  if (!token) {
    return `ethereum:${address}@${chainId}?value=${toBaseUnits(amount, NATIVE_DECIMALS)}`;
  }
  const units = toBaseUnits(amount, token.decimals);
  return `ethereum:${token.address}@${chainId}/transfer?address=${address}&uint256=${units}`;
}

/** Reads exactly the two forms written above; `decimals` are those of the token that is expected. */
export function parseErc681(text: string, decimals = NATIVE_DECIMALS): PaymentRequest | undefined {
  const native = NATIVE.exec(text);
  if (native) {
    const [, address = "", chainId, units = "0"] = native;
    return {
      scheme: "ethereum",
      address,
      chainId: Number(chainId),
      amount: fromBaseUnits(BigInt(units), NATIVE_DECIMALS),
    };
  }
  const transfer = TOKEN.exec(text);
  if (!transfer) return undefined;
  const [, token = "", chainId, address = "", units = "0"] = transfer;
  return {
    scheme: "ethereum",
    address,
    token,
    chainId: Number(chainId),
    amount: fromBaseUnits(BigInt(units), decimals),
  };
}
