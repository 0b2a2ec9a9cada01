import { rangeFault } from "@/lib/checkout/range-fault";
import type { Product } from "@/lib/contract/catalog";
import { plainNumber } from "./plain-number";

type Range = NonNullable<Product["range"]>;

export type AmountCheck =
  | { kind: "ok"; value: string }
  | { kind: "missing" }
  | { kind: "format" }
  | { kind: "outside" }
  | { kind: "step"; nearest: string };

/**
 * Reads an amount as people type it: spaces between thousands, a comma or a point before at most two digits,
 * and the digits of whichever keyboard they have.
 */
export function checkAmount(typed: string, range: Range): AmountCheck {
  const text = plainNumber(typed).replace(/\s/g, "");
  if (text === "") return { kind: "missing" };
  // "1,000" is a thousand to some and one to others, so three digits after a comma are not guessed.
  if (!/^\d{1,12}([.,\u066b]\d{1,2})?$/.test(text)) return { kind: "format" };
  const value = plain(text.replace(/\D/, "."));
  const fault = rangeFault(value, range);
  if (!fault) return { kind: "ok", value };
  return fault.code === "step" ? { kind: "step", nearest: fault.nearest } : { kind: fault.code };
}

/** The same amount always has the same letters, for the key of an order hangs on them. */
function plain(text: string): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const cents = fraction.replace(/0+$/, "");
  const units = whole.replace(/^0+(?=\d)/, "");
  return cents === "" ? units : `${units}.${cents}`;
}
