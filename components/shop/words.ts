/** The sentences of the frame around every page, in one language. */
export type CommonWords = typeof import("@/messages/en/common.json");
export type ShopWords = typeof import("@/messages/en/shop.json");
export type LegalWords = typeof import("@/messages/en/legal.json");
