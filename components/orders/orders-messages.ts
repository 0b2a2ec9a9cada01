/** The sentences of the list of orders and of finding one, in one language. */
export type OrdersMessages = typeof import("@/messages/en/orders.json");
