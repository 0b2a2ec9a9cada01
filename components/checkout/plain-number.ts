import { visibleText } from "@/lib/checkout/visible-text";

const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const DASHES = /[\p{Pd}\u2212]/gu;

/** A number with the plain signs for what keyboards and address books of the world write. */
export function plainNumber(text: string): string {
  return visibleText(text)
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}
