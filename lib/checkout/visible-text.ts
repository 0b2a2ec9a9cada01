/** A text without the marks that nobody sees, which come along when it is copied from elsewhere. */
export const visibleText = (text: string): string => text.replace(/\p{Cf}/gu, "").trim();
