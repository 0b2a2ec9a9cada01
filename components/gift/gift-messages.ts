/** The sentences of giving and opening a gift in one language. */
export type GiftMessages = typeof import("@/messages/en/gift.json");
