import type { OrderPayment } from "../contract/order-view";
import { isPositive, sameAmount } from "./amount";
import { encodeBip21, parseBip21 } from "./bip21";
import { encodeErc681, parseErc681 } from "./erc681";
import { encodeLightning, parseInvoice, parseLightning } from "./lightning";
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

/**
 * How an order is asked to be paid. Any doubt, whether of network, token or digits, leaves the bare
 * address, which is always right.
 */
export function presentPayment(order: Order): Presented {
  const { format } = networkOf(order.coin, order.network);
  const bare: Presented = { qr: order.address, uriKind: "address", addressFormat: format };
  const request = ownRequest(order, format) ?? upstreamRequest(order);
  if (request === undefined) return bare;
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

function ownRequest(order: Order, format: AddressFormat): string | undefined {
  const { coin, network, address, amount, token } = order;
  const known = networkOf(coin, network);
  const native = isNative(coin, known);
  if (!isPositive(amount) || (!native && !token)) return undefined;
  const contract = native ? undefined : token;
  try {
    switch (format) {
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
        return encodeBip21(format, address, amount);
      case "lightning":
        return invoiceMatches(address, amount) ? encodeLightning(address) : undefined;
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

function invoiceMatches(invoice: string, amount: string): boolean {
  const parsed = parseInvoice(invoice);
  return parsed?.amount === undefined ? parsed !== undefined : sameAmount(parsed.amount, amount);
}

function upstreamRequest(order: Order): string | undefined {
  const text = order.qrText;
  if (text === undefined || text === order.address) return undefined;
  const request = parsePaymentUri(text, order.token?.decimals);
  if (!request || request.address !== order.address) return undefined;
  if (request.amount !== undefined && !sameAmount(request.amount, order.amount)) return undefined;
  const { format, chainId } = networkOf(order.coin, order.network);
  const expected = format === "evm" ? "ethereum" : format;
  const sameChain = request.chainId === chainId;
  const sameToken = request.token === order.token?.address;
  return request.scheme === expected && sameChain && sameToken ? text : undefined;
}

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
