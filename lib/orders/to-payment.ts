import type { PaymentMethod } from "../contract/catalog";
import type { OrderPayment, Phase } from "../contract/order-view";
import { httpsUrl } from "../https-url";
import { isPositive, remainder } from "../payment/amount";
import { explorerUrl } from "../payment/explorers";
import { networkOf } from "../payment/networks";
import { presentPayment } from "../payment/payment-uri";
import { asksForMoney, type Hold, invoiceAsksElse } from "./hold";
import { missingOf } from "./missing-of";
import { HANDLING } from "./status";
import type { UpstreamOrder } from "./upstream-order";

/** What a browser may know of a payment in a phase: how it went, and how to pay only while that is right. */
export function toPayment(
  order: UpstreamOrder,
  phase: Phase,
  hold: Hold | undefined,
  methods: readonly PaymentMethod[],
): OrderPayment {
  const { coin, network } = order;
  const received = order.sent_coin_amount ?? "0";
  const missing = missingOf(order);
  const overpaid = remainder(received, order.coin_amount);
  const token = tokenOf(order, methods);
  const external = asksForMoney(phase, order) ? httpsUrl(order.checkout_url) : undefined;
  const original = order.original_payment_info;
  return {
    coin,
    network,
    ...askFor(order, phase, missing, token),
    received,
    ...(phase === "partly_paid" && missing !== undefined && { missing }),
    ...(overpaid !== undefined && { overpaid }),
    transactions: order.payment_transactions.map((hash) => {
      // What was paid on another network is not to be found on this one.
      const url = original ? undefined : explorerUrl("transaction", coin, network, hash);
      return { hash, ...(url !== undefined && { url }) };
    }),
    ...(external !== undefined && { checkoutUrl: external }),
    ...(original && {
      original: { coin: original.coin, network: original.protocol.replace(/_LIKE$/, "") },
    }),
    ...(hold && { hold }),
  };
}

/** The one token that upstream names for the order; two that are both real leave none to be sure of. */
function tokenOf(
  { coin, network }: UpstreamOrder,
  methods: readonly PaymentMethod[],
): PaymentMethod["token"] {
  const rows = methods.filter(
    (method) =>
      method.coin === coin &&
      method.network.toLowerCase() === network.toLowerCase() &&
      method.token !== undefined,
  );
  const [first, ...others] = rows;
  const agreed = others.every(({ token }) => token?.address === first?.token?.address);
  return agreed && rows.every(({ verifiedToken }) => verifiedToken) ? first?.token : undefined;
}

type Asked = Pick<
  OrderPayment,
  "address" | "amount" | "qr" | "uri" | "uriKind" | "addressFormat" | "token" | "explorerUrl"
>;

/** The pay block, or nothing of it: both the address and an amount, while the phase allows paying. */
function askFor(
  order: UpstreamOrder,
  phase: Phase,
  missing: string | undefined,
  token: PaymentMethod["token"],
): Asked {
  const { coin, network, wallet_address: address } = order;
  const nothing: Asked = { uriKind: "none", addressFormat: networkOf(coin, network).format };
  const due = phase === "partly_paid" ? missing : order.coin_amount;
  if (!HANDLING[phase].payable || !address || due === undefined || !isPositive(due)) return nothing;
  if (invoiceAsksElse(order, due)) return nothing;
  const presented = presentPayment({
    coin,
    network,
    address,
    amount: due,
    token,
    qrText: order.qr_text,
  });
  const explorer = explorerUrl("address", coin, network, address);
  return {
    address,
    amount: order.coin_amount,
    ...presented,
    ...(token && { token }),
    ...(explorer !== undefined && { explorerUrl: explorer }),
  };
}
