import { browserStore } from "@/lib/cart/browser-storage";
import type { UsePlace } from "@/lib/checkout/region-fit";
import { placeOfUse } from "@/lib/device/place-of-use";
import type { CheckoutLine } from "./checkout-types";

type FitNote = { line: CheckoutLine; place: UsePlace; text: string };

/**
 * What the buyer was told of lines that will probably not work where they will be used, as this device
 * remembers it. Who was never asked is taken to use it where it is sold, as the question supposes, too.
 */
export function fitNotes(lines: readonly CheckoutLine[]): FitNote[] {
  const store = browserStore("localStorage");
  return lines.flatMap((line) => {
    const { country, slug, product } = line;
    const { denomination } = product;
    const place = placeOfUse(store, { country, slug, denomination }) ?? "here";
    const text = line.fitRisks?.[place];
    return text === undefined ? [] : [{ line, place, text }];
  });
}
