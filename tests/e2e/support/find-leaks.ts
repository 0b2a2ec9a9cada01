import type { SandboxOrder } from "./sandbox";

/** What no log may hold, whoever it belongs to. */
const PATTERNS: Record<string, RegExp> = {
  "an e-mail address": /[\w.+-]{2,}@[\w-]+(?:\.[\w-]+)+/,
  "a phone number": /\+\d{9,15}\b/,
  "a reference": /[\w-]{90,}/,
  "an address on a chain": /\b(?:0x[0-9a-fA-F]{40}|bc1[a-z0-9]{38,}|ln(?:bc|tb)\d\w{80,})\b/,
  "a code of an eSIM": /LPA:1\$/,
  "another machine": /left this machine/,
};

/** Every text of an order that only its buyer or the seller may see. */
export function secretsOf(order: SandboxOrder): string[] {
  const named = new Set([
    "order_id",
    "payment_id",
    "email",
    "wallet_address",
    "refund_wallet_address",
    "beneficiary_account",
    "pin_code",
    "pin_serial",
    "operator_reference",
    "security_code",
    "qr_text",
    "tx_hash",
  ]);
  const found: string[] = [];
  const walk = (value: unknown, name = ""): void => {
    if (typeof value === "string" && value.length >= 6 && named.has(name)) found.push(value);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, Array.isArray(value) ? name : key);
    }
  };
  walk(order);
  return found;
}

/** The lines of a log that hold a secret, with what it is; never the secret itself. */
export function findLeaks(log: string, secrets: readonly string[]): string[] {
  const lines = log.split("\n");
  const known = [...new Set(secrets)];
  return lines.flatMap((line, index) => {
    const patterns = Object.entries(PATTERNS).flatMap(([what, pattern]) =>
      pattern.test(line) ? [what] : [],
    );
    const exact = known.some((secret) => line.includes(secret)) ? ["a secret of an order"] : [];
    const hits = [...patterns, ...exact];
    const [event = "no event"] = /"event":"\w+"/.exec(line) ?? [];
    return hits.length > 0 ? [`line ${index + 1} (${event}): ${hits.join(", ")}`] : [];
  });
}
