import { browserStore } from "@/lib/cart/browser-storage";
import { placeOfUse } from "@/lib/device/place-of-use";
import type { CheckoutLine } from "./checkout-types";

type FitNote = { line: CheckoutLine; text: string };

/** What the buyer was told of lines that will be used in another country, as this device remembers it. */
export function fitNotes(lines: readonly CheckoutLine[]): FitNote[] {
  const store = browserStore("localStorage");
  return lines.flatMap((line) =>
    line.fitElsewhere !== undefined && placeOfUse(store, line) === "elsewhere"
      ? [{ line, text: line.fitElsewhere }]
      : [],
  );
}
