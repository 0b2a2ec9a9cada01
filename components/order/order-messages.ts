/** The sentences of the order page in one language, as the server hands them to the island. */
export type OrderMessages = typeof import("@/messages/en/order.json");
