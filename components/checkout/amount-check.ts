import type { Product } from "@/lib/contract/catalog";

type Range = NonNullable<Product["range"]>;

type AmountCheck =
  | { kind: "ok"; value: string }
  | { kind: "missing" }
  | { kind: "format" }
  | { kind: "outside" }
  | { kind: "step"; nearest: string };

/** Reads an amount as people type it, with a comma or a point before at most two digits. */
export function checkAmount(typed: string, range: Range): AmountCheck {
  const text = typed.trim();
  if (text === "") return { kind: "missing" };
  // "1,000" is a thousand to some and one to others, so three digits after a comma are not guessed.
  if (!/^\d{1,12}([.,]\d{1,2})?$/.test(text)) return { kind: "format" };
  const decimals = 18;
  const units = toUnits(text.replace(",", "."), decimals);
  const min = toUnits(range.min, decimals);
  const max = toUnits(range.max, decimals);
  const step = toUnits(range.step, decimals);
  if (units < min || units > max) return { kind: "outside" };
  const over = step > 0n ? (units - min) % step : 0n;
  if (over !== 0n) return { kind: "step", nearest: toDecimal(units - over, decimals) };
  return { kind: "ok", value: toDecimal(units, decimals) };
}

function toUnits(text: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
}

function toDecimal(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return digits.slice(0, -decimals) + (fraction === "" ? "" : `.${fraction}`);
}
