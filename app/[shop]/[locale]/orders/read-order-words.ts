import type { OrderMessages } from "@/components/order/order-messages";
import type { OrdersMessages } from "@/components/orders/orders-messages";
import type { WalletMessages } from "@/components/wallet/wallet-messages";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

type OrderWords = { order: OrderMessages; orders: OrdersMessages; wallet: WalletMessages };

/** The sentences of the order pages. Every language has the keys of the first; a test holds it. */
export async function readOrderWords(locale: Locale): Promise<OrderWords> {
  return (await loadMessages(locale)) as unknown as OrderWords;
}
