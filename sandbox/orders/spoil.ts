import { qrText } from "./bodies";
import type { Order } from "./types";

/** Another denomination than the one that was asked for, as upstream falls back to now and then. */
export function spoilEcho([first]: Order["body"]["deliveries"]): void {
  if (!first) return;
  Object.assign(first.deliverable, {
    denomination: "999 USD",
    localized_denomination: "$999",
    product_value: null,
  });
}

/** An address without its last letters, which no network takes. */
export function cutAddress({ body, checked: { coin, network } }: Order): void {
  const address = String(body.wallet_address).slice(0, -3);
  const text = qrText(coin, network, address, String(body.coin_amount));
  Object.assign(body, { wallet_address: address, qr_text: text });
}
