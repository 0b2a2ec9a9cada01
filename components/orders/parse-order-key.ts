export type OrderKey =
  | { kind: "reference"; reference: string }
  | { kind: "orderNumber"; orderNumber: string }
  | { kind: "token"; token: string };

/** Sealed references are longer than any order number of the seller. */
const REFERENCE_LENGTH_MIN = 80;
const LENGTH_MAX = 2_500;

/** What somebody pasted: the link of an order page, a bare reference, or the seller's order number. */
export function parseOrderKey(text: string): OrderKey | "empty" | "unusable" {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  if (trimmed.length > LENGTH_MAX) return "unusable";
  const [path = "", fragment = ""] = trimmed.split("#", 2);
  const token = /^t=([\w-]{40,1024})$/.exec(fragment)?.[1];
  if (token) return { kind: "token", token };
  const key = /\/orders\/([^/?]+)/.exec(path)?.[1] ?? path;
  if (!/^[\w-]{8,1024}$/.test(key)) return "unusable";
  return key.length >= REFERENCE_LENGTH_MIN
    ? { kind: "reference", reference: key }
    : { kind: "orderNumber", orderNumber: key };
}
