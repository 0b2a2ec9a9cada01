import { directionOf } from "./direction";

/** The marks by which `Intl` makes an amount run from the right. */
const MARKS = /[\u200e\u200f\u061c]/g;

/**
 * An amount as it stands beside words: from left to right in every language, as wallets and exchanges
 * write it, and so that no sign of it changes sides.
 */
export function inOrder(amount: string, locale: string): string {
  return directionOf(locale) === "ltr" ? amount : `\u2066${amount.replace(MARKS, "")}\u2069`;
}
