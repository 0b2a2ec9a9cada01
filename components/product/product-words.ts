/** The sentences of the product page in one language. */
export type ProductWords = typeof import("@/messages/en/product.json");
