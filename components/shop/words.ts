/** The sentences of the frame around every page, in one language. */
export type CommonWords = typeof import("@/messages/en/common.json");
export type LegalWords = typeof import("@/messages/en/legal.json");
