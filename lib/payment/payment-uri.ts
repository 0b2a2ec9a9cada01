import type { OrderPayment } from "../contract/order-view";
import { isPositive, sameAmount } from "./amount";
import { encodeBip21, parseBip21 } from "./bip21";
import { encodeErc681, parseErc681 } from "./erc681";
import { encodeLightning, parseLightning } from "./lightning";
import { type AddressFormat, isNative, networkOf } from "./networks";
import type { PaymentRequest, TokenUnits } from "./payment-request";
import { encodeSolanaPay, parseSolanaPay } from "./solana-pay";
import { encodeTon, parseTon } from "./ton";
import { encodeTron, parseTron } from "./tron";

type Order = {
  coin: string;
  network: string;
  address: string;
  /** What is to be paid now, a decimal in the coin. */
  amount: string;
  /** The token's contract, only when it is the one that the shop knows. */
  token?: TokenUnits | undefined;
  /** Upstream's own request, used only when it says the very same. */
  qrText?: string | undefined;
};

type Presented = {
  /** What the QR code carries. */
  qr: string;
  /** The full request, for a wallet on this device. */
  uri?: string;
  uriKind: OrderPayment["uriKind"];
  addressFormat: AddressFormat;
};

/** A longer text makes a code too fine for a phone's camera. */
const QR_LENGTH_MAX = 400;

/**
 * How an order is asked to be paid. Upstream's own request stands when it says the very same as the
 * order; any doubt, whether of network, token or digits, leaves the bare address, which is always right.
 */
export function presentPayment(order: Order): Presented {
  const { format } = networkOf(order.coin, order.network);
  const bare: Presented = { qr: order.address, uriKind: "address", addressFormat: format };
  const own = ownRequest(order);
  if (own === undefined || !saysTheSame(own, order)) return bare;
  const { qrText } = order;
  const given =
    qrText !== undefined && qrText.length <= QR_LENGTH_MAX && saysTheSame(qrText, order);
  const request = given ? qrText : own;
  return {
    qr: REQUEST_IN_QR.has(format) ? request : order.address,
    uri: request,
    uriKind: "request",
    addressFormat: format,
  };
}

/** Where wallets read a full request reliably; elsewhere the code carries the address alone. */
const REQUEST_IN_QR: ReadonlySet<AddressFormat> = new Set([
  "bitcoin",
  "litecoin",
  "dogecoin",
  "lightning",
  "ton",
]);

/** The contract a request has to name: none for the chain's own coin. */
function contractOf({ coin, network, token }: Order): TokenUnits | undefined {
  return isNative(coin, networkOf(coin, network)) ? undefined : token;
}

function ownRequest(order: Order): string | undefined {
  const { coin, network, address, amount } = order;
  const known = networkOf(coin, network);
  const contract = contractOf(order);
  if (!isPositive(amount) || (!contract && !isNative(coin, known))) return undefined;
  try {
    switch (known.format) {
      case "evm":
        return known.chainId === undefined
          ? undefined
          : encodeErc681({
              address,
              chainId: known.chainId,
              amount,
              ...(contract ? { token: contract } : {}),
            });
      case "bitcoin":
      case "litecoin":
      case "dogecoin":
        return encodeBip21(known.format, address, amount);
      case "lightning":
        return encodeLightning(address);
      case "solana":
        return encodeSolanaPay(address, amount, contract);
      case "tron":
        return encodeTron(address, amount, contract?.decimals ?? known.native?.decimals ?? 6);
      case "ton":
        return encodeTon(address, amount, contract);
      default:
        return undefined;
    }
  } catch (error) {
    // More digits than the chain holds: a request would ask for another amount.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a wallet that reads the text pays this order: the same recipient, chain, token and amount. */
function saysTheSame(text: string, order: Order): boolean {
  const { format, chainId, native } = networkOf(order.coin, order.network);
  const contract = contractOf(order);
  const request = parsePaymentUri(text, contract?.decimals);
  if (request?.scheme !== (format === "evm" ? "ethereum" : format)) return false;
  const isInvoice = format === "lightning";
  const address = isInvoice ? order.address.toLowerCase() : order.address;
  // An invoice may leave the amount to its payer, and Tron's form cannot name a token.
  const amountHolds =
    request.amount === undefined
      ? isInvoice
      : sameAmount(request.amount, order.amount) &&
        digitsOf(request.amount) <= (contract ?? native ?? { decimals: 0 }).decimals;
  return (
    amountHolds &&
    request.address === address &&
    request.chainId === chainId &&
    request.token === (format === "tron" ? undefined : contract?.address)
  );
}

const digitsOf = (amount: string): number => amount.split(".")[1]?.length ?? 0;

/** Reads any request that the shop can write. */
export function parsePaymentUri(text: string, decimals?: number): PaymentRequest | undefined {
  return (
    parseErc681(text, decimals) ??
    parseBip21(text) ??
    parseLightning(text) ??
    parseSolanaPay(text) ??
    parseTron(text) ??
    parseTon(text, decimals)
  );
}
